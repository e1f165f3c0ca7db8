package arcade.web.admin.staff;

import arcade.staff.OwnAccount;
import arcade.staff.Staff;
import arcade.staff.StaffAccounts;
import arcade.staff.StaffAnswer;
import arcade.staff.Totp;
import arcade.web.admin.AdminAddress;
import arcade.web.admin.StaffSession.Present;
import arcade.web.admin.Stage;
import io.nayuki.qrcodegen.QrCode;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@code /admin/enrol}: makes an authenticator app known, and hands out recovery codes. */
@WebServlet("/admin/enrol")
public class EnrolPage extends DoorPage {
    @Inject
    private transient OwnAccount own;

    @Inject
    private transient StaffAccounts accounts;

    /**
     * @param sealed the secret, as only a node reads it
     * @param secret the secret, to be typed into an app
     * @param size of the square, in modules
     * @param path of the dark modules, as SVG draws it
     */
    public record Page(String sealed, String secret, int size, String path, String error) {}

    /** @param codes shown this once */
    public record Codes(List<String> codes) {}

    /** Who is signed in with codes already may get new ones; who is half in must give his code first. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<Stage> stage = present(request).map(Present::stage);
        if (stage.isEmpty() || stage.get() != Stage.ENROL && stage.get() != Stage.IN) {
            goTo(response, AdminAddress.SIGN_IN);
        } else {
            super.service(request, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(request, response, "enrol", page(present(request).orElseThrow().staff(), Totp.newSecret(), ""));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Staff staff = present(request).orElseThrow().staff();
        byte[] secret;
        try {
            secret = own.unsealed(parameter(request, "sealed"));
        } catch (IllegalArgumentException e) {
            goTo(response, AdminAddress.ENROL);
            return;
        }
        OwnAccount.Enrolled enrolled = own.enrol(staff.acting(), secret, parameter(request, "code"));
        if (enrolled.answer() == StaffAnswer.DONE) {
            sessions().begin(request, accounts.byId(staff.id()).orElseThrow(), true);
            show(request, response, "codes", new Codes(enrolled.codes()));
            return;
        }
        response.setStatus(UNPROCESSABLE);
        show(request, response, "enrol", page(staff, secret, "code.wrong"));
    }

    private Page page(Staff staff, byte[] secret, String error) {
        String text = Totp.text(secret);
        String label = URLEncoder.encode("Arcade:" + staff.email(), StandardCharsets.UTF_8)
                .replace("+", "%20");
        QrCode code =
                QrCode.encodeText("otpauth://totp/" + label + "?secret=" + text + "&issuer=Arcade", QrCode.Ecc.MEDIUM);
        return new Page(own.sealed(secret), text, code.size, path(code), error);
    }

    private static String path(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x).append(',').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
