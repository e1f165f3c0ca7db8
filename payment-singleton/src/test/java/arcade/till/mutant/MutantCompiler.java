package arcade.till.mutant;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles one changed source against everything else as it is. */
final class MutantCompiler {
    private MutantCompiler() {}

    /** The folder with the classes that the source became. */
    static Path compile(Mutant mutant) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "mutants")), "classes-");
        StringWriter said = new StringWriter();
        List<String> options =
                List.of("-d", folder.toString(), "-cp", classPath(), "-proc:none", "-nowarn", "-encoding", "UTF-8");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Source source = new Source(mutant.file().toUri(), mutant.source());
            if (!compiler.getTask(said, files, null, options, null, List.of(source))
                    .call()) {
                throw new AssertionError("the mutant " + mutant + " does not compile:\n" + said);
            }
        }
        return folder;
    }

    /** Of the tests: the build's tool starts them with a jar that only names the others. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        private Source(URI name, String text) {
            super(name, Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
