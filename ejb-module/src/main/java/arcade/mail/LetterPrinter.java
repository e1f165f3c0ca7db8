package arcade.mail;

import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes a letter as a mail shows it, once for people whose reader shows HTML and once for the others. */
final class LetterPrinter {
    private final Template html;
    private final Template text;

    LetterPrinter() {
        // What it stands for escapes by the ending of a template's name and reads records.
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(LetterPrinter.class, "/arcade/mail");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        try {
            html = configuration.getTemplate("letter.ftlh");
            text = configuration.getTemplate("letter.ftl");
        } catch (IOException e) {
            throw new UncheckedIOException("the templates of letters are not in the release", e);
        }
    }

    String html(Letter letter) {
        return print(html, letter);
    }

    String text(Letter letter) {
        return print(text, letter);
    }

    private static String print(Template template, Letter letter) {
        StringWriter printed = new StringWriter();
        try {
            template.process(Map.of("letter", letter), printed);
        } catch (TemplateException | IOException e) {
            throw new IllegalStateException("cannot write the letter '" + letter.subject() + "': " + e.getMessage(), e);
        }
        return printed.toString();
    }
}
