package arcade.web.admin.staff;

import arcade.staff.Staff;
import arcade.staff.StaffAccounts;
import arcade.staff.StaffAccounts.Made;
import arcade.staff.StaffAnswer;
import arcade.staff.StaffRole;
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** {@code /admin/staff}: accounts, and what is made anew for one. */
@Named("staffPage")
@RequestScoped
public class StaffPage extends Page {
    @Inject
    private StaffAccounts accounts;

    private List<Staff> all;
    private String email = "";
    private String name = "";
    private StaffRole role = StaffRole.CLERK;
    private String password = "";

    @PostConstruct
    void read() {
        all = accounts.all(acting());
    }

    public void add() {
        Made made = accounts.add(acting(), email, name, role);
        told(made);
        if (made.answer() == StaffAnswer.DONE) {
            email = "";
            name = "";
        }
    }

    /** @param change {@code on}, {@code off}, {@code codes}, {@code password}, or a role */
    public void change(long id, String change) {
        Staff staff = accounts.byId(id).orElseThrow();
        switch (change) {
            case "on" -> told(accounts.change(acting(), id, staff.role(), true));
            case "off" -> told(accounts.change(acting(), id, staff.role(), false));
            case "codes" -> told(accounts.forgetCodes(acting(), id));
            case "password" -> told(accounts.newPassword(acting(), id));
            default -> told(accounts.change(acting(), id, StaffRole.valueOf(change), staff.active()));
        }
    }

    private void told(Made made) {
        password = made.password();
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

    /** Made up just now, and shown this once. */
    public String getPassword() {
        return password;
    }
}
