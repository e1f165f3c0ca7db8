package arcade.web.admin.staff;

import arcade.staff.Staff;
import arcade.staff.StaffAccounts;
import arcade.staff.StaffAccounts.Made;
import arcade.staff.StaffAnswer;
import arcade.staff.StaffRole;
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /admin/staff}: accounts, and what is made anew for one. */
@Named("staffPage")
@RequestScoped
public class StaffPage extends Page {
    /** An account's number; and {@code on}, {@code off}, {@code codes}, {@code password}, or a role. */
    private static final Pattern TURN = Pattern.compile("([0-9]{1,18})/(on|off|codes|password|"
            + Stream.of(StaffRole.values()).map(Enum::name).collect(Collectors.joining("|")) + ")");

    @Inject
    private StaffAccounts accounts;

    private List<Staff> all;
    private String email = "";
    private String name = "";
    private StaffRole role = StaffRole.CLERK;
    private String password = "";
    private String whose = "";

    @PostConstruct
    void read() {
        all = accounts.all(acting());
    }

    public void add() {
        Made made = accounts.add(acting(), email, name, role);
        told(made, name, email);
        if (made.answer() == StaffAnswer.DONE) {
            email = "";
            name = "";
        }
    }

    /**
     * A button of the list says by its value whom it is for, and what is wanted. Rows may have moved meanwhile. An address, which
     * anybody may make up, changes nobody.
     */
    public void turn() {
        Matcher turned = TURN.matcher(parameter("turn"));
        if (!FacesContext.getCurrentInstance().isPostback() || !turned.matches()) {
            return;
        }
        Optional<Staff> staff = accounts.byId(Long.parseLong(turned.group(1)));
        if (staff.isEmpty()) {
            told(StaffAnswer.NO_SUCH_ACCOUNT);
        } else if (turned.group(2).equals("password")) {
            told(
                    accounts.newPassword(acting(), staff.get().id()),
                    staff.get().name(),
                    staff.get().email());
        } else {
            changed(change(staff.get(), turned.group(2)));
        }
    }

    private StaffAnswer change(Staff staff, String change) {
        return switch (change) {
            case "on" -> accounts.change(acting(), staff.id(), staff.role(), true);
            case "off" -> accounts.change(acting(), staff.id(), staff.role(), false);
            case "codes" -> accounts.forgetCodes(acting(), staff.id());
            default -> accounts.change(acting(), staff.id(), StaffRole.valueOf(change), staff.active());
        };
    }

    private void changed(StaffAnswer answer) {
        if (answer == StaffAnswer.DONE) {
            goTo("/admin/staff?done=done.staff");
        } else {
            told(answer);
        }
    }

    /** A password is shown in this answer and in no other, so there is no address to go to. */
    private void told(Made made, String name, String email) {
        password = made.password();
        whose = name + ", " + email;
        told(made.answer());
    }

    private void told(StaffAnswer answer) {
        if (answer == StaffAnswer.DONE) {
            read();
        } else {
            refuse("staff.answer." + answer.name().toLowerCase(Locale.ROOT));
        }
    }

    public List<Staff> getAll() {
        return all;
    }

    public StaffRole[] getRoles() {
        return StaffRole.values();
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email.strip();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name.strip();
    }

    public StaffRole getRole() {
        return role;
    }

    public void setRole(StaffRole role) {
        this.role = role;
    }

    /** Name and address of whose the password is. */
    public String getWhose() {
        return whose;
    }

    /** Made up just now, and shown this once. */
    public String getPassword() {
        return password;
    }
}
