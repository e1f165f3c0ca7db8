package arcade.web.admin;

import arcade.staff.Staff;

/** How far somebody has come in. Each but the last may open one page only. */
public enum Stage {
    /** The password was right, and the code is still to come. */
    CODE(AdminAddress.CODE),
    /** The password was made up by somebody else. */
    PASSWORD(AdminAddress.PASSWORD),
    /** His role needs codes, and he has none. */
    ENROL(AdminAddress.ENROL),
    IN(AdminAddress.TODAY);

    private final AdminAddress page;

    Stage(AdminAddress page) {
        this.page = page;
    }

    /** Where it goes on. */
    public AdminAddress page() {
        return page;
    }

    static Stage of(Staff staff, boolean codePassed) {
        if (staff.enrolled() && !codePassed) {
            return CODE;
        }
        if (staff.mustChange()) {
            return PASSWORD;
        }
        return staff.mustEnrol() ? ENROL : IN;
    }
}
