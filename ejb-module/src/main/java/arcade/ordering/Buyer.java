package arcade.ordering;

/** Who orders, as typed (blanks around it and control characters left out); checked when the order is placed. */
public record Buyer(String email, String name) {

    public Buyer {
        email = Typed.text(email);
        name = Typed.text(name);
    }
}
