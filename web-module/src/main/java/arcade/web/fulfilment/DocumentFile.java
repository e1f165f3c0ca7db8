package arcade.web.fulfilment;

import arcade.invoicing.Invoice;
import arcade.invoicing.InvoiceKind;
import arcade.invoicing.InvoicePrinter;
import arcade.invoicing.Invoices;
import arcade.ordering.OrderView;
import arcade.web.store.PageCaching;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code /orders/{token}/invoice.pdf} and {@code /orders/{token}/credit-note-{number}.pdf}. */
public class DocumentFile extends OrderAction {
    private static final String CREDIT_NOTE = "/credit-note-";
    private static final String ENDING = ".pdf";

    @Inject
    private transient Invoices invoices;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<OrderView> order = order(request, response);
        if (order.isEmpty()) {
            return;
        }
        Optional<Invoice> document = document(request, order.get());
        if (document.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] file = InvoicePrinter.pdf(document.get().document());
        PageCaching.never(response);
        response.setContentType("application/pdf");
        response.setContentLength(file.length);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\""
                        + InvoicePrinter.fileName(document.get().document()) + "\"");
        response.getOutputStream().write(file);
    }

    private Optional<Invoice> document(HttpServletRequest request, OrderView order) {
        String rest = pathRest(request);
        int note = rest.indexOf(CREDIT_NOTE);
        if (note < 0) {
            return invoices.ofOrder(store(request), order.token());
        }
        long number = Long.parseLong(rest.substring(note + CREDIT_NOTE.length(), rest.length() - ENDING.length()));
        return invoices.allOf(order.token()).stream()
                .filter(each -> each.kind() == InvoiceKind.CREDIT_NOTE && each.number() == number)
                .findFirst();
    }
}
