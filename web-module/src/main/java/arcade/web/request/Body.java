package arcade.web.request;

import arcade.web.problem.Problem;
import arcade.web.problem.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A JSON object that a client sent. A member of the wrong type or a missing one is a problem that names it; members that nobody
 * asks for are tolerated.
 *
 * @param path of this object in the whole body, with a point at the end; empty for the body itself
 */
public record Body(String path, JsonObject json) {
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    /** @param bytes must be one JSON object in UTF-8 */
    public static Body parse(byte[] bytes) {
        JsonObject json;
        try (JsonParser parser = PARSERS.createParser(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            json = parser.next() == JsonParser.Event.START_OBJECT ? parser.getObject() : null;
            // Also says no, by an exception, to whatever follows the object.
            parser.hasNext();
        } catch (JsonException | NoSuchElementException e) {
            throw malformed("The body is not valid JSON: " + e.getMessage());
        } catch (RuntimeException tooDeep) {
            // The parser has no exception of its own for this.
            throw malformed("The body cannot be read: " + tooDeep.getMessage());
        }
        if (json == null) {
            throw malformed("The body is not a JSON object.");
        }
        return new Body("", json);
    }

    /** Reads a body; one longer than {@code most} bytes is a problem. */
    public static byte[] bytes(InputStream body, int most) {
        try {
            byte[] bytes = body == null ? new byte[0] : body.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new ProblemException(Problem.of(
                        413, "body-too-large", "Body too large", "A body here has at most " + most + " bytes."));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("the client went away", e);
        }
    }

    public String text(String name) {
        JsonValue value = required(name);
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw wrong(name, "must be a string");
    }

    /** Whether the client sent this member, be it null. */
    public boolean names(String name) {
        return json.containsKey(name);
    }

    /** A string, or empty for a missing member, which the shop's own rules then refuse together with whatever else is wrong. */
    public String optionalText(String name) {
        return present(name) ? text(name) : "";
    }

    /** A whole number; one that no {@code long} holds is as good as the largest or smallest. */
    public long integer(String name) {
        if (!(required(name) instanceof JsonNumber number)) {
            throw wrong(name, "must be a number");
        }
        BigDecimal value = number.bigDecimalValue();
        // A scale below that is an exponent made to exhaust memory: 1e999999999.
        if (value.precision() - (long) value.scale() > 19) {
            return value.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        if (value.signum() != 0 && value.stripTrailingZeros().scale() > 0) {
            throw wrong(name, "must be a whole number");
        }
        BigInteger whole = value.signum() == 0 ? BigInteger.ZERO : value.toBigInteger();
        return whole.bitLength() < Long.SIZE ? whole.longValue() : whole.signum() * Long.MAX_VALUE;
    }

    public Optional<Long> optionalInteger(String name) {
        return present(name) ? Optional.of(integer(name)) : Optional.empty();
    }

    /** @param otherwise of a missing member */
    public boolean flag(String name, boolean otherwise) {
        if (!present(name)) {
            return otherwise;
        }
        return switch (json.get(name).getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw wrong(name, "must be true or false");
        };
    }

    public Body object(String name) {
        JsonValue value = required(name);
        if (value.getValueType() != JsonValue.ValueType.OBJECT) {
            throw wrong(name, "must be an object");
        }
        return new Body(path + name + ".", value.asJsonObject());
    }

    public Optional<Body> optionalObject(String name) {
        return present(name) ? Optional.of(object(name)) : Optional.empty();
    }

    public ProblemException wrong(String name, String what) {
        String member = path + name;
        return new ProblemException(
                Problem.of(400, "wrong-member", "A member of the body is wrong", member + " " + what + "."));
    }

    private boolean present(String name) {
        JsonValue value = json.get(name);
        return value != null && value.getValueType() != JsonValue.ValueType.NULL;
    }

    private JsonValue required(String name) {
        if (!present(name)) {
            throw wrong(name, "is missing");
        }
        return json.get(name);
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(Problem.of(400, "malformed-json", "Malformed JSON", detail));
    }
}
