package arcade.media;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Width and height in pixels, read from a picture's header without decoding it. */
record PictureSize(int width, int height) {
    private static final int USUAL = 800;
    private static final String NUMBER = "([0-9]{1,6})(?:\\.[0-9]*)?";
    private static final Pattern ROOT = Pattern.compile("<svg\\b[^>]*>");
    private static final Pattern WIDTH = Pattern.compile("\\swidth=\"" + NUMBER + "(?:px)?\"");
    private static final Pattern HEIGHT = Pattern.compile("\\sheight=\"" + NUMBER + "(?:px)?\"");
    private static final Pattern VIEW_BOX =
            Pattern.compile("\\sviewBox=\"[-0-9.]+[ ,]+[-0-9.]+[ ,]+" + NUMBER + "[ ,]+" + NUMBER + "\"");

    static PictureSize of(MediaKind kind, byte[] content) throws NotAPicture {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            return switch (kind) {
                case PNG -> new PictureSize(bytes.getInt(16), bytes.getInt(20));
                case GIF -> gif(bytes.order(ByteOrder.LITTLE_ENDIAN));
                case JPEG -> jpeg(bytes);
                case WEBP -> webp(bytes.order(ByteOrder.LITTLE_ENDIAN));
                case SVG -> svg(new String(content, StandardCharsets.UTF_8));
            };
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            throw new NotAPicture(NotAPicture.Fault.DAMAGED, "it is damaged: its header breaks off");
        }
    }

    private static PictureSize gif(ByteBuffer bytes) {
        return new PictureSize(bytes.getShort(6) & 0xffff, bytes.getShort(8) & 0xffff);
    }

    /** Goes from segment to segment up to the start of a frame. */
    private static PictureSize jpeg(ByteBuffer bytes) throws NotAPicture {
        bytes.position(2);
        while (true) {
            int marker = bytes.getShort() & 0xffff;
            boolean frame =
                    marker >= 0xffc0 && marker <= 0xffcf && marker != 0xffc4 && marker != 0xffc8 && marker != 0xffcc;
            if (frame) {
                int at = bytes.position();
                return new PictureSize(bytes.getShort(at + 5) & 0xffff, bytes.getShort(at + 3) & 0xffff);
            }
            int length = bytes.getShort(bytes.position()) & 0xffff;
            if (marker < 0xff00 || length < 2 || length > bytes.remaining()) {
                throw new NotAPicture(NotAPicture.Fault.DAMAGED, "it is damaged: no frame in it");
            }
            bytes.position(bytes.position() + length);
        }
    }

    private static PictureSize webp(ByteBuffer bytes) throws NotAPicture {
        String chunk = new String(bytes.array(), 12, 4, StandardCharsets.ISO_8859_1);
        return switch (chunk) {
            case "VP8 " -> new PictureSize(bytes.getShort(26) & 0x3fff, bytes.getShort(28) & 0x3fff);
            case "VP8L" -> new PictureSize((bytes.getInt(21) & 0x3fff) + 1, (bytes.getInt(21) >> 14 & 0x3fff) + 1);
            case "VP8X" -> new PictureSize((bytes.getInt(24) & 0xffffff) + 1, (bytes.getInt(27) & 0xffffff) + 1);
            default -> throw new NotAPicture(NotAPicture.Fault.DAMAGED, "it is damaged: unknown WebP chunk");
        };
    }

    private static PictureSize svg(String text) {
        Matcher root = ROOT.matcher(text);
        String tag = root.find() ? root.group() : "";
        Matcher width = WIDTH.matcher(tag);
        Matcher height = HEIGHT.matcher(tag);
        if (width.find() && height.find()) {
            return new PictureSize(Integer.parseInt(width.group(1)), Integer.parseInt(height.group(1)));
        }
        Matcher box = VIEW_BOX.matcher(tag);
        return box.find()
                ? new PictureSize(Integer.parseInt(box.group(1)), Integer.parseInt(box.group(2)))
                : new PictureSize(USUAL, USUAL);
    }
}
