package arcade.web.admin;

import static arcade.web.store.Rows.change;

import arcade.web.store.Operator;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.List;

/** Who works in the back office of a test: nobody, and then its first administrator. */
public final class House {
    private static final String FIRST = "a password for one time";

    private House() {}

    /** Other classes of the same run begin with an empty house too. */
    public static void empty() throws SQLException {
        change("UPDATE audit_log SET staff_id = NULL");
        for (String table : List.of("order_note", "staff_recovery_code", "staff", "staff_try")) {
            change("DELETE FROM " + table);
        }
    }

    /** In an empty house; signed in, with a password of {@link StaffBrowser#OWN}. */
    public static StaffBrowser firstAdmin(URL node, String email) throws Exception {
        empty();
        new Operator(node)
                .done(
                        "PUT",
                        "internal/v1/staff/first",
                        "application/json",
                        BodyPublishers.ofString("{\"email\": \"" + email + "\", \"password\": \"" + FIRST + "\"}"));
        StaffBrowser admin = new StaffBrowser(node);
        admin.arrive(email, FIRST, StaffBrowser.OWN);
        return admin;
    }
}
