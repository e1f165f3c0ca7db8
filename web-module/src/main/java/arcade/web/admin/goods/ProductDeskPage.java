package arcade.web.admin.goods;

import arcade.desk.goods.EditAnswer;
import arcade.desk.goods.EditAnswer.ChangedMeanwhile;
import arcade.desk.goods.EditAnswer.NoReduction;
import arcade.desk.goods.EditAnswer.Refused;
import arcade.desk.goods.EditAnswer.Saved;
import arcade.desk.goods.ProductDesk;
import arcade.desk.goods.ProductEdit;
import arcade.desk.goods.ProductEdit.NewPrice;
import arcade.desk.goods.ProductForm;
import arcade.desk.goods.ProductForm.VariantForm;
import arcade.web.admin.MoneyText;
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code /admin/product?id=}. The form brings the version it was made from; when somebody else was first, it is shown again with what
 * was typed, beside each field what he made of it, and the version that is true now.
 */
@Named("productDesk")
@RequestScoped
public class ProductDeskPage extends Page {
    @Inject
    private ProductDesk desk;

    private ProductForm form;
    private String title;
    private String vendor;
    private boolean published;
    private boolean late;

    @PostConstruct
    void read() {
        form = desk.open(number("id")).orElse(null);
        if (form != null) {
            title = form.title();
            vendor = form.vendor();
            published = form.published();
        }
    }

    /** Before the page is shown: an address of no product is no page. */
    public void check() {
        if (form == null) {
            missing();
        }
    }

    public void save() {
        if (form == null) {
            return;
        }
        Map<String, NewPrice> prices = new HashMap<>();
        for (VariantForm variant : form.variants()) {
            try {
                prices.put(
                        variant.sku(),
                        new NewPrice(
                                MoneyText.minor(price(variant), currency()),
                                MoneyText.optionalMinor(compareAt(variant), currency())));
            } catch (IllegalArgumentException e) {
                refuse("money.wrong.sku", variant.sku());
                return;
            }
        }
        answer(desk.save(acting(), new ProductEdit(form.id(), number("version"), title, vendor, published, prices)));
    }

    private void answer(EditAnswer answer) {
        if (answer instanceof Saved) {
            goTo("/admin/product?id=" + form.id() + "&done=done.product");
        } else if (answer instanceof ChangedMeanwhile changed) {
            form = changed.now();
            late = true;
            refuse("product.late");
        } else if (answer instanceof Refused refused) {
            refuse("product.wrong", refused.field());
        } else if (answer instanceof NoReduction not) {
            refuse("product.wrong.compare-at", not.sku());
        } else {
            refuse("product.gone");
        }
    }

    /** What was typed, or else what is stored; in the same form it is typed in. */
    public String price(VariantForm variant) {
        return typed("price:" + variant.sku(), storedPrice(variant));
    }

    public String compareAt(VariantForm variant) {
        return typed("compare:" + variant.sku(), storedCompareAt(variant));
    }

    public String storedPrice(VariantForm variant) {
        return MoneyText.of(variant.priceMinor(), currency());
    }

    public String storedCompareAt(VariantForm variant) {
        return variant.compareAtMinor().isPresent()
                ? MoneyText.of(variant.compareAtMinor().getAsLong(), currency())
                : "";
    }

    private static String typed(String name, String otherwise) {
        return isSent(name) ? parameter(name) : otherwise;
    }

    private Currency currency() {
        return Currency.getInstance(form.currency());
    }

    public ProductForm getForm() {
        return form;
    }

    /** The version of the form as it is shown: of the page that was sent, unless that one came too late. */
    public long getVersion() {
        return late || !isSent("version") ? form.version() : number("version");
    }

    /** Somebody else was first. */
    public boolean isLate() {
        return late;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title.strip();
    }

    public String getVendor() {
        return vendor;
    }

    public void setVendor(String vendor) {
        this.vendor = vendor.strip();
    }

    public boolean isPublished() {
        return published;
    }

    public void setPublished(boolean published) {
        this.published = published;
    }
}
