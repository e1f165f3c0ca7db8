package arcade.web.admin.pictures;

import arcade.desk.pictures.PictureAnswer;
import arcade.desk.pictures.PictureAnswer.ChangedMeanwhile;
import arcade.desk.pictures.PictureAnswer.Refused;
import arcade.desk.pictures.PictureAnswer.Wrong;
import arcade.desk.pictures.PictureDesk;
import arcade.desk.pictures.PictureEdit;
import arcade.desk.pictures.PictureEdit.Seen;
import arcade.desk.pictures.PictureEdit.Step;
import arcade.staff.Acting;
import arcade.web.admin.BackofficeFilter;
import arcade.web.admin.Desk;
import arcade.web.request.Door;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code /admin/product/pictures?id=}: takes what the part about pictures of a product's page sends, files or a form. Whoever has a
 * script gets an answer for each file; whoever has none, goes back to the product, or is shown here what could not be done.
 */
@WebServlet("/admin/product/pictures")
@MultipartConfig(maxRequestSize = PicturesPage.MOST_BYTES)
public class PicturesPage extends HttpServlet {
    /** Of all files of one form. */
    static final long MOST_BYTES = 256L << 20;

    private static final int SEE_OTHER = 303;
    private static final int UNPROCESSABLE = 422;

    @Inject
    private transient PictureDesk desk;

    @Inject
    private transient PictureDeskPage page;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!Door.isBackoffice(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getContentLengthLong() > MOST_BYTES) {
            // Before anything of it is read: the server would give up in the middle.
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            response.setContentType("text/plain");
            response.setCharacterEncoding("UTF-8");
            response.getWriter().println(words(request).say("picture.wrong.request", MOST_BYTES >> 20));
        } else if (page.stored().isPresent()) {
            super.service(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (String.valueOf(request.getContentType()).startsWith("multipart/")) {
            add(request);
        } else {
            save(request);
        }
        boolean refused = page.isLate() || !page.getProblems().isEmpty();
        if (refused) {
            response.setStatus(UNPROCESSABLE);
        }
        if ("application/json".equals(request.getHeader("Accept"))) {
            tell(response);
        } else if (refused) {
            show(request, response);
        } else {
            response.setStatus(SEE_OTHER);
            response.setHeader(
                    "Location", "/admin/product?id=" + page.getOf().product() + "&done=done.pictures#pictures");
        }
    }

    private void add(HttpServletRequest request) throws ServletException, IOException {
        boolean none = true;
        long product = page.getOf().product();
        for (Part part : request.getParts()) {
            String file = part.getSubmittedFileName();
            if (part.getName().equals("file") && file != null && !file.isEmpty()) {
                none = false;
                answer(request, file, desk.add(acting(request), product, file, content(part)));
            }
        }
        page.anew();
        if (none) {
            page.wrong(words(request).say("picture.wrong.none"));
        }
    }

    /** At most one byte more than is taken: the desk says what is too much. */
    private byte[] content(Part part) throws IOException {
        try (InputStream content = part.getInputStream()) {
            return content.readNBytes(desk.mostBytes() + 1);
        } finally {
            part.delete();
        }
    }

    private void save(HttpServletRequest request) {
        String[] wish = String.valueOf(request.getParameter("do")).split(":");
        try {
            List<Seen> seen = page.seen();
            Map<Long, String> alts = new HashMap<>();
            for (Seen one : seen) {
                String alt = request.getParameter("alt:" + one.id());
                if (alt != null) {
                    alts.put(one.id(), alt);
                }
            }
            boolean step = wish.length > 1;
            PictureEdit edit = new PictureEdit(
                    page.getOf().product(),
                    seen,
                    alts,
                    step ? Step.valueOf(wish[0].toUpperCase(Locale.ROOT)) : Step.NONE,
                    step ? Long.parseLong(wish[1]) : 0);
            answer(request, "", desk.save(acting(request), edit));
        } catch (IllegalArgumentException e) {
            page.wrong(words(request).say("picture.wrong.form"));
        }
    }

    private void answer(HttpServletRequest request, String file, PictureAnswer answer) {
        if (answer instanceof ChangedMeanwhile changed) {
            page.late(changed.now());
        } else if (answer instanceof Refused refused) {
            page.wrong(text(words(request), refused.reason(), file));
        } else if (answer instanceof PictureAnswer.Gone) {
            page.wrong(words(request).say("product.gone"));
        }
    }

    private String text(Desk words, Wrong reason, String file) {
        int limit = reason == Wrong.MANY ? page.getMost() : page.getMegabytes();
        return words.say("picture.wrong." + reason.name().toLowerCase(Locale.ROOT), file, limit);
    }

    private void tell(HttpServletResponse response) throws IOException {
        JsonArrayBuilder problems = Json.createArrayBuilder();
        page.getProblems().forEach(problems::add);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("problems", problems)
                        .build()
                        .toString());
    }

    private static void show(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher("/WEB-INF/pages/admin/pictures.xhtml").forward(request, response);
    }

    private static Acting acting(HttpServletRequest request) {
        return BackofficeFilter.present(request).orElseThrow().staff().acting();
    }

    private static Desk words(HttpServletRequest request) {
        return (Desk) request.getAttribute("desk");
    }
}
