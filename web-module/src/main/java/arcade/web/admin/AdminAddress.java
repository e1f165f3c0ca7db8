package arcade.web.admin;

import arcade.staff.StaffRole;
import java.util.Arrays;
import java.util.Optional;

/** Every address of the back office, and the least role that may open it. What is not here does not exist. */
public enum AdminAddress {
    TODAY("/admin/today", StaffRole.CLERK, true),
    ORDERS("/admin/orders", StaffRole.CLERK, true),
    ORDER("/admin/order", StaffRole.CLERK, false),
    CUSTOMERS("/admin/customers", StaffRole.CLERK, true),
    CUSTOMER("/admin/customer", StaffRole.CLERK, false),
    CUSTOMER_JSON("/admin/customer.json", StaffRole.SHOPKEEPER, false),
    PAYMENTS("/admin/payments", StaffRole.SHOPKEEPER, true),
    PRODUCTS("/admin/products", StaffRole.CLERK, true),
    PRODUCT("/admin/product", StaffRole.CLERK, false),
    PICTURES("/admin/product/pictures", StaffRole.SHOPKEEPER, false),
    PRODUCT_NEW("/admin/product-new", StaffRole.SHOPKEEPER, false),
    PRICES("/admin/prices", StaffRole.SHOPKEEPER, true),
    PROMOTIONS("/admin/promotions", StaffRole.CLERK, true),
    PROMOTION("/admin/promotion", StaffRole.CLERK, false),
    PAGES("/admin/pages", StaffRole.SHOPKEEPER, true),
    PAGE("/admin/page", StaffRole.SHOPKEEPER, false),
    STOCK("/admin/stock", StaffRole.CLERK, true),
    PIECES("/admin/pieces", StaffRole.CLERK, false),
    REPORTS("/admin/reports", StaffRole.SHOPKEEPER, true),
    REPORT_CSV("/admin/reports.csv", StaffRole.SHOPKEEPER, false),
    STORES("/admin/stores", StaffRole.ADMIN, true),
    STORE("/admin/store", StaffRole.ADMIN, false),
    CATALOGUE("/admin/catalogue", StaffRole.ADMIN, false),
    IMPORT("/admin/import", StaffRole.ADMIN, false),
    STAFF("/admin/staff", StaffRole.ADMIN, true),
    LOG("/admin/log", StaffRole.ADMIN, true),
    CLUSTER("/admin/cluster", StaffRole.ADMIN, true),
    ACCOUNT("/admin/account", StaffRole.CLERK, false),

    /** For who is not signed in, or not wholly. Each of these pages sees to it by itself who may. */
    SIGN_IN("/admin/sign-in", null, false),
    CODE("/admin/sign-in/code", null, false),
    SIGN_OUT("/admin/sign-out", null, false),
    PASSWORD("/admin/password", null, false),
    ENROL("/admin/enrol", null, false);

    private final String path;
    private final StaffRole least;
    private final boolean inMenu;

    AdminAddress(String path, StaffRole least, boolean inMenu) {
        this.path = path;
        this.least = least;
        this.inMenu = inMenu;
    }

    public String path() {
        return path;
    }

    /** The key of its name in the menu. */
    public String key() {
        return "menu." + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Before anybody is known. */
    public boolean isOpen() {
        return least == null;
    }

    /** The least role; empty for an open address. */
    public Optional<StaffRole> least() {
        return Optional.ofNullable(least);
    }

    boolean isInMenuOf(StaffRole role) {
        return inMenu && role.includes(least);
    }

    static Optional<AdminAddress> of(String path) {
        return Arrays.stream(values()).filter(one -> one.path.equals(path)).findFirst();
    }
}
