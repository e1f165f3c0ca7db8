package arcade.web.admin.customers;

import arcade.desk.customers.CustomerDesk;
import arcade.desk.customers.CustomerRef;
import arcade.web.admin.BackofficeFilter;
import arcade.web.request.Door;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** {@code /admin/customer.json?ref=}: everything that is held of a buyer, for him to take along. */
@WebServlet("/admin/customer.json")
public class PersonalDataFile extends HttpServlet {
    @Inject
    private transient CustomerDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<CustomerRef> ref = CustomerRef.parse(String.valueOf(request.getParameter("ref")));
        Optional<JsonObject> held = Door.isBackoffice(request)
                ? ref.flatMap(buyer -> BackofficeFilter.present(request)
                        .flatMap(present -> desk.export(present.staff().acting(), buyer)))
                : Optional.empty();
        if (held.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        // Its name says nothing of whom it is about.
        response.setHeader("Content-Disposition", "attachment; filename=\"customer-" + ref.get() + ".json\"");
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            writer.writeObject(held.get());
        }
    }
}
