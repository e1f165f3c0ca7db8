package arcade.payment;

import arcade.shared.Money;
import arcade.shared.Token;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;

/**
 * What is owed for one order, for ever the same one. It is born REQUESTED in the transaction that places the order.
 * From then on only the till changes it: it authorizes at the gateway, captures, and records each step as a transition
 * under its epoch. The shop's nodes read it here and never write it again, but for what {@link Payments} asks of the
 * till: to look sooner, to give up, to try another card.
 */
@Entity
@Table(name = "payment")
@Cacheable(false)
public class Payment {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String ref;

    @Column(name = "order_ref")
    private String orderRef;

    @Column(name = "store_id")
    private long storeId;

    @Column(name = "store_code")
    private String storeCode;

    @Column(name = "amount_minor")
    private long amountMinor;

    private String currency;

    @Enumerated(EnumType.STRING)
    private PaymentState state;

    @Enumerated(EnumType.STRING)
    private PaymentMethod.Kind method;

    @Column(name = "method_token")
    private String methodToken;

    @Column(name = "return_origin")
    private String returnOrigin;

    @Column(name = "hosted_url", insertable = false, updatable = false)
    private String hostedUrl;

    @Column(insertable = false, updatable = false)
    private String reason;

    @Version
    private long version;

    protected Payment() {}

    /**
     * A payment that the till finds at its next look. Its times are the database's: a node whose clock is wrong delays
     * no payment by it.
     *
     * @param returnOrigin where the gateway's page sends the shopper back to: scheme, host and port of the shop, no
     * slash at the end
     * @param amount more than zero
     */
    public static Payment requested(
            Token orderRef, long storeId, String storeCode, Money amount, PaymentMethod method, String returnOrigin) {
        if (amount.minor() <= 0) {
            throw new IllegalArgumentException("a payment is more than zero, not " + amount);
        }
        Payment payment = new Payment();
        payment.ref = Token.random().value();
        payment.orderRef = orderRef.value();
        payment.storeId = storeId;
        payment.storeCode = Objects.requireNonNull(storeCode);
        payment.amountMinor = amount.minor();
        payment.currency = amount.currency().getCurrencyCode();
        payment.state = PaymentState.REQUESTED;
        payment.method = method.kind();
        payment.methodToken = method.token();
        payment.returnOrigin = Objects.requireNonNull(returnOrigin);
        return payment;
    }

    /** The values of the new row, in the order in which {@link Payments#request} names its columns. */
    Object[] requestedRow() {
        return new Object[] {
            ref,
            orderRef,
            storeId,
            storeCode,
            amountMinor,
            currency,
            state.name(),
            method.name(),
            methodToken,
            returnOrigin
        };
    }

    public Token ref() {
        return new Token(ref);
    }

    public Token orderRef() {
        return new Token(orderRef);
    }

    public Money amount() {
        return Money.of(amountMinor, currency);
    }

    public PaymentState state() {
        return state;
    }

    public PaymentMethod.Kind method() {
        return method;
    }

    /** The gateway's page for this payment; null until the till has it, and for a payment by token. */
    public String hostedUrl() {
        return hostedUrl;
    }

    /** Why the last attempt was declined, in the gateway's word; null if it was not. */
    public String reason() {
        return reason;
    }
}
