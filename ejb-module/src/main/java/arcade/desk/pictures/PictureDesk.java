package arcade.desk.pictures;

import arcade.database.Sql;
import arcade.database.Transactions;
import arcade.desk.goods.ProductDesk;
import arcade.desk.pictures.PictureAnswer.ChangedMeanwhile;
import arcade.desk.pictures.PictureAnswer.Gone;
import arcade.desk.pictures.PictureAnswer.Refused;
import arcade.desk.pictures.PictureAnswer.Saved;
import arcade.desk.pictures.PictureAnswer.Wrong;
import arcade.desk.pictures.PictureEdit.Seen;
import arcade.desk.pictures.PictureEdit.Step;
import arcade.desk.pictures.ProductPictures.StoredPicture;
import arcade.media.MediaStore;
import arcade.media.NotAPicture;
import arcade.media.Picture;
import arcade.staff.Acting;
import arcade.staff.AuditLog;
import arcade.staff.StaffRole;
import arcade.store.Revisions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The pictures of one product on the desk. An edit brings what its author was shown: if that is not what is there, he is told and
 * nothing is written. A picture that is added comes last, so two may add at once.
 */
@ApplicationScoped
public class PictureDesk {
    /** So many has a product at most. */
    public static final int MOST = 50;

    private static final int LONGEST_ALT = 512;
    private static final int LONGEST_NAME = 200;

    @Inject
    private Sql sql;

    @Inject
    private MediaStore media;

    @Inject
    private Revisions revisions;

    @Inject
    private AuditLog log;

    @Inject
    private Transactions transactions;

    @Inject
    @ConfigProperty(name = "arcade.backoffice.picture.bytes", defaultValue = "10485760")
    private int mostBytes;

    /** The largest file that is taken. */
    public int mostBytes() {
        return mostBytes;
    }

    public Optional<ProductPictures> open(long product) {
        return sql.first(
                "SELECT s.id, s.code, p.handle, p.title FROM product p JOIN store s ON s.id = p.store_id WHERE p.id = ?",
                row -> new ProductPictures(
                        product, row.getLong(1), row.getString(2), row.getString(3), row.getString(4), rows(product)),
                product);
    }

    /**
     * Stores a picture and its widths, and puts it behind the others.
     *
     * @param file its name where it came from
     */
    public PictureAnswer add(Acting acting, long product, String file, byte[] content) {
        acting.require(StaffRole.SHOPKEEPER);
        if (open(product).isEmpty()) {
            return new Gone();
        }
        if (content.length == 0 || content.length > mostBytes) {
            return new Refused(content.length == 0 ? Wrong.EMPTY : Wrong.BYTES);
        }
        try {
            Picture picture = Picture.of(content);
            // Before the transaction: whoever keeps the pictures may take his time.
            media.put(picture);
            return change(acting, product, now -> insert(now, file, picture));
        } catch (NotAPicture e) {
            return new Refused(Wrong.valueOf(e.fault().name()));
        } catch (UncheckedIOException e) {
            return new Refused(Wrong.AWAY);
        }
    }

    public PictureAnswer save(Acting acting, PictureEdit edit) {
        acting.require(StaffRole.SHOPKEEPER);
        if (edit.alts().values().stream().anyMatch(alt -> alt.length() > LONGEST_ALT)) {
            return new Refused(Wrong.ALT);
        }
        return change(acting, edit.product(), now -> write(now, edit));
    }

    private PictureAnswer change(Acting acting, long product, Function<ProductPictures, PictureAnswer> work) {
        PictureAnswer answer = transactions.run(() -> {
            Optional<ProductPictures> found = open(product);
            if (found.isEmpty()) {
                return new Gone();
            }
            // The store's row first, as an import does; what was read before it may be old.
            revisions.raise(found.get().storeId());
            ProductPictures before = open(product).orElseThrow();
            PictureAnswer done = work.apply(before);
            if (done instanceof Saved) {
                sql.update("UPDATE product SET updated_at = UTC_TIMESTAMP(6) WHERE id = ?", product);
                log.write(
                        Optional.of(acting),
                        "product.pictures",
                        ProductDesk.KIND,
                        before.store() + "/" + before.handle(),
                        json(before.pictures()),
                        json(rows(product)));
            }
            return done;
        });
        revisions.refresh();
        return answer;
    }

    private PictureAnswer insert(ProductPictures now, String file, Picture picture) {
        if (now.pictures().stream().anyMatch(one -> one.media().equals(Optional.of(picture.name())))) {
            return new Refused(Wrong.THERE);
        }
        if (now.pictures().size() >= MOST) {
            return new Refused(Wrong.MANY);
        }
        sql.insert(
                "INSERT INTO picture (product_id, position, media, source, alt, width, height) VALUES (?, ?, ?, ?, '', ?, ?)",
                now.product(),
                now.pictures().size() + 1,
                picture.name(),
                "upload:" + file.substring(0, Math.min(file.length(), LONGEST_NAME)),
                picture.width(),
                picture.height());
        inOrder(rows(now.product()));
        return new Saved();
    }

    private PictureAnswer write(ProductPictures now, PictureEdit edit) {
        List<Seen> there = now.pictures().stream()
                .map(picture -> new Seen(picture.id(), picture.alt()))
                .toList();
        if (!there.equals(edit.seen())) {
            return new ChangedMeanwhile(now);
        }
        edit.alts()
                .forEach((id, alt) -> sql.update(
                        "UPDATE picture SET alt = ? WHERE id = ? AND product_id = ?", alt.strip(), id, edit.product()));
        List<StoredPicture> order = new ArrayList<>(now.pictures());
        int at = there.stream().map(Seen::id).toList().indexOf(edit.picture());
        int to = edit.step() == Step.UP ? at - 1 : at + 1;
        if (at >= 0 && edit.step() == Step.REMOVE) {
            order.remove(at);
            sql.update("UPDATE variant SET picture_id = NULL WHERE picture_id = ?", edit.picture());
            sql.update("DELETE FROM picture WHERE id = ? AND product_id = ?", edit.picture(), edit.product());
        } else if (at >= 0 && edit.step() != Step.NONE && to >= 0 && to < order.size()) {
            Collections.swap(order, at, to);
        }
        inOrder(order);
        return new Saved();
    }

    private void inOrder(List<StoredPicture> order) {
        for (int position = 1; position <= order.size(); position++) {
            sql.update(
                    "UPDATE picture SET position = ? WHERE id = ?",
                    position,
                    order.get(position - 1).id());
        }
    }

    private List<StoredPicture> rows(long product) {
        return sql.list(
                "SELECT id, media, alt, width, height FROM picture WHERE product_id = ? ORDER BY position, id",
                row -> new StoredPicture(
                        row.getLong(1),
                        Optional.ofNullable(row.getString(2)),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5)),
                product);
    }

    private static JsonArray json(List<StoredPicture> pictures) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        pictures.forEach(picture -> all.add(Json.createObjectBuilder()
                .add("media", picture.media().orElse(""))
                .add("alt", picture.alt())));
        return all.build();
    }
}
