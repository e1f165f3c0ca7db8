package arcade.till.mutant;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Loads all classes of the shop and of its tests anew, the mutant's from its own folder: what the tests have loaded
 * before stays as it is.
 */
final class MutantLoader extends ClassLoader {
    private static final String OURS = "arcade.";

    private final Optional<Path> mutant;

    /** @param mutant the folder with the mutant's classes; empty: all classes are as they are built */
    MutantLoader(Optional<Path> mutant) {
        super(MutantLoader.class.getClassLoader());
        this.mutant = mutant;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String file = name.replace('.', '/') + ".class";
        try (InputStream content = open(file)) {
            if (content == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = content.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private InputStream open(String file) throws IOException {
        Optional<Path> changed = mutant.map(folder -> folder.resolve(file)).filter(Files::exists);
        return changed.isPresent()
                ? Files.newInputStream(changed.get())
                : getParent().getResourceAsStream(file);
    }
}
