package arcade.web.security;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Deployed with the release by {@link WhoMayDoWhatIT}: tells every address that the container knows, one a line. {@code GET /cart} is
 * a method of a servlet or of a REST resource, {@code ANY} one whose class decides by itself, {@code FILE} what lies in the
 * release's folders outside WEB-INF. A servlet that is reached through another one is told by its name.
 */
@WebServlet(AddressesServlet.ADDRESS)
public class AddressesServlet extends HttpServlet {
    private static final String ROOT = "(root)";
    private static final String OF_THE_CONTAINER = "default";
    static final String ADDRESS = "/internal/addresses-of-the-release";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ServletContext release = getServletContext();
        Set<String> told = new TreeSet<>();
        for (ServletRegistration servlet : release.getServletRegistrations().values()) {
            Optional<Class<?>> application = type(servlet.getName()).filter(Application.class::isAssignableFrom);
            told.addAll(
                    application.isPresent()
                            ? resources(application.get(), servlet.getMappings())
                            : servlet(servlet).toList());
        }
        files(release, "/").forEach(told::add);
        response.setContentType("text/plain");
        response.getWriter().print(String.join("\n", told));
    }

    private static Stream<String> servlet(ServletRegistration servlet) {
        if (servlet.getName().equals(OF_THE_CONTAINER)) {
            // For files; an address of the release has taken its place.
            return servlet.getMappings().stream().map(address -> "ANY " + address);
        }
        Collection<String> addresses =
                servlet.getMappings().isEmpty() ? Set.of(servlet.getName()) : servlet.getMappings();
        Set<String> methods =
                type(servlet.getClassName()).map(AddressesServlet::methods).orElse(Set.of("ANY"));
        return addresses.stream()
                .filter(address -> !address.equals(ADDRESS))
                .flatMap(
                        address -> methods.stream().map(method -> method + " " + (address.isEmpty() ? ROOT : address)));
    }

    /** As a servlet's own classes say; one that says nothing decides in {@code service}. */
    private static Set<String> methods(Class<?> servlet) {
        Set<String> methods = new TreeSet<>();
        for (Class<?> type = servlet; HttpServlet.class.isAssignableFrom(type); type = type.getSuperclass()) {
            if (type != HttpServlet.class) {
                Arrays.stream(type.getDeclaredMethods())
                        .map(Method::getName)
                        .filter(name -> name.matches("do(Get|Head|Post|Put|Delete|Patch|Options|Trace)"))
                        .map(name -> name.substring(2).toUpperCase(java.util.Locale.ROOT))
                        .forEach(methods::add);
            }
        }
        return methods.isEmpty() ? Set.of("ANY") : methods;
    }

    private static Set<String> resources(Class<?> application, Collection<String> mappings) {
        String base = mappings.iterator().next().replace("/*", "/");
        Set<Class<?>> classes;
        try {
            classes = ((Application) application.getDeclaredConstructor().newInstance()).getClasses();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(application.toString(), e);
        }
        return classes.stream()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getMethods())
                        .filter(method -> verb(method).isPresent() || method.isAnnotationPresent(Path.class))
                        .map(method -> verb(method).orElse("ANY") + " " + base + path(type, method)))
                .collect(Collectors.toSet());
    }

    private static String path(Class<?> type, Method method) {
        Function<Path, String> bare = path -> path.value().replaceFirst("^/", "");
        String rest =
                Optional.ofNullable(method.getAnnotation(Path.class)).map(bare).orElse("");
        return bare.apply(type.getAnnotation(Path.class)) + (rest.isEmpty() ? "" : "/" + rest);
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static Stream<String> files(ServletContext release, String folder) {
        Set<String> paths = release.getResourcePaths(folder);
        return paths == null
                ? Stream.of()
                : paths.stream()
                        .filter(path -> !path.startsWith("/WEB-INF") && !path.startsWith("/META-INF"))
                        .flatMap(path -> path.endsWith("/") ? files(release, path) : Stream.of("FILE " + path));
    }

    private static Optional<Class<?>> type(String name) {
        try {
            return Optional.of(Class.forName(name, false, Thread.currentThread().getContextClassLoader()));
        } catch (ClassNotFoundException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
