package arcade.web.admin.house;

import arcade.reporting.DayOfOrders;
import arcade.reporting.OrdersPerDay;
import arcade.reporting.ReplicaBehind;
import arcade.store.Store;
import arcade.store.Stores;
import arcade.web.request.Door;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code /admin/reports.csv?store=&from=&to=}: the report as a file. Amounts are in minor units. */
@WebServlet("/admin/reports.csv")
public class ReportFile extends HttpServlet {
    private static final Logger LOG = Logger.getLogger(ReportFile.class.getName());

    @Inject
    private transient Stores stores;

    @Inject
    private transient OrdersPerDay report;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Store> store = stores.byCode(String.valueOf(request.getParameter("store")));
        if (!Door.isBackoffice(request) || store.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Period period =
                Period.of(String.valueOf(request.getParameter("from")), String.valueOf(request.getParameter("to")));
        try {
            write(response, store.get(), period, report.read(store.get(), period.from(), period.to()));
        } catch (ReplicaBehind | SQLException e) {
            LOG.log(Level.WARNING, "no report: {0}", e.getMessage());
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static void write(HttpServletResponse response, Store store, Period period, List<DayOfOrders> days)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + store.code() + "-" + period.from() + "-" + period.to() + ".csv\"");
        PrintWriter lines = response.getWriter();
        lines.print("day,currency,orders,gross_minor,refunded_minor\r\n");
        for (DayOfOrders day : days) {
            lines.print(day.day() + "," + store.currency().getCurrencyCode() + "," + day.orders() + ","
                    + day.gross().minor() + "," + day.refunded().minor() + "\r\n");
        }
    }
}
