package arcade.web.internal;

import arcade.reporting.DayOfOrders;
import arcade.reporting.OrdersPerDay;
import arcade.reporting.ReplicaBehind;
import arcade.store.Store;
import arcade.store.Stores;
import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Orders per day, read from the replica, as JSON or CSV. Days are UTC's; {@code to} is inclusive. */
@Path("reports/orders-per-day")
@RequestScoped
public class ReportsResource {
    private static final Logger LOG = Logger.getLogger(ReportsResource.class.getName());
    private static final int RETRY_SECONDS = 5;

    @Inject
    private Stores stores;

    @Inject
    private OrdersPerDay report;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response json(
            @QueryParam("store") String code, @QueryParam("from") String from, @QueryParam("to") String to) {
        Store store = store(code);
        JsonArrayBuilder days = Json.createArrayBuilder();
        read(store, from, to)
                .forEach(day -> days.add(Json.createObjectBuilder()
                        .add("day", day.day().toString())
                        .add("orders", day.orders())
                        .add("grossMinor", day.gross().minor())
                        .add("refundedMinor", day.refunded().minor())));
        return answer(Json.createObjectBuilder()
                .add("store", store.code())
                .add("currency", store.currency().getCurrencyCode())
                .add("days", days)
                .build()
                .toString());
    }

    @GET
    @Produces("text/csv;qs=0.5")
    public Response csv(
            @QueryParam("store") String code, @QueryParam("from") String from, @QueryParam("to") String to) {
        Store store = store(code);
        StringBuilder lines = new StringBuilder("day,currency,orders,gross_minor,refunded_minor\r\n");
        for (DayOfOrders day : read(store, from, to)) {
            lines.append(String.join(
                            ",",
                            day.day().toString(),
                            store.currency().getCurrencyCode(),
                            Long.toString(day.orders()),
                            Long.toString(day.gross().minor()),
                            Long.toString(day.refunded().minor())))
                    .append("\r\n");
        }
        return answer(lines.toString());
    }

    private List<DayOfOrders> read(Store store, String from, String to) {
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (last.isBefore(first) || !last.isBefore(first.plusDays(OrdersPerDay.MOST_DAYS))) {
            throw new ProblemException(Problem.of(
                    400,
                    "bad-period",
                    "Bad period",
                    "From " + first + " to " + last + " are not 1 to " + OrdersPerDay.MOST_DAYS + " days."));
        }
        try {
            return report.read(store, first, last);
        } catch (ReplicaBehind behind) {
            LOG.log(Level.WARNING, "no report: {0}", behind.getMessage());
            throw later("The replica is behind: " + behind.getMessage() + ".");
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "no report: the replica does not answer", e);
            throw later("The replica does not answer.");
        }
    }

    private Store store(String code) {
        return stores.byCode(String.valueOf(code))
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "no-such-store", "No such store", "There is no store '" + code + "'.")));
    }

    private static LocalDate day(String name, String value) {
        try {
            return LocalDate.parse(String.valueOf(value));
        } catch (DateTimeParseException e) {
            throw new ProblemException(
                    Problem.of(400, "bad-period", "Bad period", "'" + name + "' must be a day such as 2026-11-21."));
        }
    }

    private static ProblemException later(String detail) {
        return new ProblemException(Problem.of(
                503,
                "replica-behind",
                "The report cannot be read now",
                detail + " Ask again in " + RETRY_SECONDS + " s; the shop sells meanwhile."));
    }

    private static Response answer(String body) {
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
