package arcade.web.admin.house;

import arcade.catalog.importing.ImportReport;
import arcade.catalog.importing.file.MalformedFile;
import arcade.desk.catalogue.KeptImport;
import arcade.desk.catalogue.TakeBackDesk;
import arcade.desk.catalogue.TakenBackMeanwhile;
import arcade.desk.house.CatalogueDesk;
import arcade.staff.Acting;
import arcade.store.Store;
import arcade.store.Stores;
import arcade.web.admin.BackofficeFilter;
import arcade.web.request.Door;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /admin/catalogue?store=}: a product file for a shop. Not a form of Faces, because it carries a file. The same file again changes
 * nothing, so a reload of the answer is harmless.
 */
@WebServlet("/admin/catalogue")
@MultipartConfig(maxRequestSize = CataloguePage.MOST_BYTES)
public class CataloguePage extends HttpServlet {
    /** Of a request; how large the file may be says the import. */
    static final long MOST_BYTES = 1L << 30;

    private static final int UNPROCESSABLE = 422;

    @Inject
    private transient Stores stores;

    @Inject
    private transient CatalogueDesk desk;

    @Inject
    private transient TakeBackDesk imports;

    /**
     * @param report what the file did, or would do
     * @param wrong why there is none, or empty: {@code none}, {@code large}, {@code stopped}, or a sentence about the file
     * @param imports the last ones at the desk
     */
    public record Page(Store store, Optional<ImportReport> report, String wrong, List<KeptImport> imports) {
        private static final Set<String> REASONS = Set.of("none", "large", "stopped");

        public boolean isAboutTheFile() {
            return !REASONS.contains(wrong);
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Store> store = stores.byCode(String.valueOf(request.getParameter("store")));
        if (!Door.isBackoffice(request) || store.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (request.getMethod().equals("POST")) {
            bring(request, response, store.get());
        } else {
            show(request, response, store.get(), Optional.empty(), "");
        }
    }

    private void bring(HttpServletRequest request, HttpServletResponse response, Store store)
            throws ServletException, IOException {
        boolean files = String.valueOf(request.getContentType()).startsWith("multipart/");
        Part part = files ? request.getPart("file") : null;
        if (part == null || part.getSize() == 0 || part.getSize() > desk.mostBytes()) {
            refuse(request, response, store, part == null || part.getSize() == 0 ? "none" : "large");
            return;
        }
        Acting acting = BackofficeFilter.present(request).orElseThrow().staff().acting();
        Path file = Files.createTempFile("arcade-import-", ".posted");
        try (InputStream content = part.getInputStream()) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            ImportReport report = desk.bring(acting, store, file, request.getParameter("trial") != null);
            show(request, response, store, Optional.of(report), "");
        } catch (MalformedFile e) {
            refuse(request, response, store, e.getMessage());
        } catch (TakenBackMeanwhile e) {
            refuse(request, response, store, "stopped");
        } finally {
            Files.delete(file);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Store store, String wrong)
            throws ServletException, IOException {
        response.setStatus(UNPROCESSABLE);
        show(request, response, store, Optional.empty(), wrong);
    }

    private void show(
            HttpServletRequest request,
            HttpServletResponse response,
            Store store,
            Optional<ImportReport> report,
            String wrong)
            throws ServletException, IOException {
        request.setAttribute("page", new Page(store, report, wrong, imports.recent(store)));
        request.getRequestDispatcher("/WEB-INF/pages/admin/catalogue.xhtml").forward(request, response);
    }
}
