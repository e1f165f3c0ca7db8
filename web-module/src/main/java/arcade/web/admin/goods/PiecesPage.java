package arcade.web.admin.goods;

import arcade.desk.goods.StockDesk;
import arcade.desk.goods.StockDesk.Movement;
import arcade.desk.goods.StockDesk.Reason;
import arcade.desk.goods.StockLine;
import arcade.web.admin.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code /admin/pieces?store=&sku=}: the pieces of one SKU, what moved them, and a movement by hand. */
@Named("piecesPage")
@RequestScoped
public class PiecesPage extends Page {
    private static final int SHOWN = 50;

    @Inject
    private StockDesk desk;

    private StockLine line;
    private String pieces = "";
    private Reason reason = Reason.DELIVERED;

    @PostConstruct
    void read() {
        line = desk.line(parameter("store"), parameter("sku")).orElse(null);
    }

    /** Before the page is shown: an address of no SKU is no page. */
    public void check() {
        if (line == null) {
            missing();
        }
    }

    public void move() {
        if (line == null) {
            return;
        }
        String typed = pieces.replace('\u2212', '-');
        long wanted = typed.matches("[+-]?[0-9]{1,7}") ? Long.parseLong(typed) : 0;
        if (wanted == 0 || Math.abs(wanted) > StockDesk.MOST_PIECES) {
            refuse("pieces.wrong", StockDesk.MOST_PIECES);
            return;
        }
        StockLine seen =
                new StockLine(line.store(), line.sku(), line.title(), number("seen"), line.reserved(), line.sold());
        if (desk.move(acting(), seen, wanted, reason)) {
            goTo("/admin/pieces?store=" + line.store() + "&sku=" + URLEncoder.encode(line.sku(), StandardCharsets.UTF_8)
                    + "&done=done.pieces");
        } else {
            refuse("pieces.refused", line.onHand());
        }
    }

    public List<Movement> getMovements() {
        return line == null ? List.of() : desk.movements(line.store(), line.sku(), SHOWN);
    }

    public StockLine getLine() {
        return line;
    }

    public Reason[] getReasons() {
        return Reason.values();
    }

    public String getPieces() {
        return pieces;
    }

    public void setPieces(String pieces) {
        this.pieces = pieces.strip();
    }

    public Reason getReason() {
        return reason;
    }

    public void setReason(Reason reason) {
        this.reason = reason;
    }
}
