package arcade.web.admin.pictures;

import arcade.desk.pictures.PictureDesk;
import arcade.desk.pictures.PictureEdit.Seen;
import arcade.desk.pictures.ProductPictures;
import arcade.desk.pictures.ProductPictures.StoredPicture;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code gallery.xhtml} shows: the pictures of the product that the address names by {@code id}, with what was typed, and, when
 * somebody else was first, what he changed.
 */
@Named("pictureDesk")
@RequestScoped
public class PictureDeskPage {
    private static final int BYTES_OF_A_MEGABYTE = 1 << 20;

    @Inject
    private PictureDesk desk;

    @Inject
    private HttpServletRequest request;

    private final List<String> problems = new ArrayList<>();
    private ProductPictures stored;
    private boolean late;

    /**
     * One picture in the list.
     *
     * @param number from 1
     * @param alt what is typed, or else stored
     * @param theirs what somebody else wrote meanwhile, where it is another text; else null
     * @param fresh somebody else added it meanwhile
     */
    public record Line(StoredPicture picture, int number, String alt, String theirs, boolean fresh, boolean last) {}

    /** Empty: the address names no product. */
    Optional<ProductPictures> stored() {
        if (stored == null) {
            String id = parameter("id");
            stored = id.matches("[0-9]{1,18}") ? desk.open(Long.parseLong(id)).orElse(null) : null;
        }
        return Optional.ofNullable(stored);
    }

    /** What the sender of the form was shown. @throws NumberFormatException no page of ours sent it */
    List<Seen> seen() {
        return Arrays.stream(parameter("seen").split(","))
                .filter(id -> !id.isEmpty())
                .map(id -> new Seen(Long.parseLong(id), raw("was:" + id)))
                .toList();
    }

    void wrong(String problem) {
        problems.add(problem);
    }

    void late(ProductPictures now) {
        late = true;
        stored = now;
    }

    /** They were changed since they were read. */
    void anew() {
        stored = null;
    }

    public ProductPictures getOf() {
        return stored().orElseThrow();
    }

    public List<String> getProblems() {
        return problems;
    }

    /** Somebody else was first. */
    public boolean isLate() {
        return late;
    }

    public int getMegabytes() {
        return desk.mostBytes() / BYTES_OF_A_MEGABYTE;
    }

    public int getBytes() {
        return desk.mostBytes();
    }

    public int getMost() {
        return PictureDesk.MOST;
    }

    public List<Line> getLines() {
        List<StoredPicture> pictures = getOf().pictures();
        Set<Long> shown = late ? seen().stream().map(Seen::id).collect(Collectors.toSet()) : Set.of();
        List<Line> lines = new ArrayList<>();
        for (StoredPicture picture : pictures) {
            String typed = request.getParameter("alt:" + picture.id());
            String was = raw("was:" + picture.id());
            // Who typed nothing wants what is there now.
            String alt = typed == null || typed.equals(was) ? picture.alt() : typed;
            boolean changed = late && typed != null && !was.equals(picture.alt()) && !alt.equals(picture.alt());
            lines.add(new Line(
                    picture,
                    lines.size() + 1,
                    alt,
                    changed ? picture.alt() : null,
                    late && !shown.contains(picture.id()),
                    lines.size() + 1 == pictures.size()));
        }
        return lines;
    }

    /** The pictures as they are shown, by the numbers of their rows. */
    public String getOrder() {
        return getOf().pictures().stream()
                .map(picture -> String.valueOf(picture.id()))
                .collect(Collectors.joining(","));
    }

    /** How many of those he was shown somebody else took away. */
    public long getRemoved() {
        Set<Long> there = getOf().pictures().stream().map(StoredPicture::id).collect(Collectors.toSet());
        return late ? seen().stream().filter(one -> !there.contains(one.id())).count() : 0;
    }

    /** Somebody else changed the order of those that are left. */
    public boolean isMoved() {
        List<Long> there = getOf().pictures().stream().map(StoredPicture::id).toList();
        List<Long> shown = seen().stream().map(Seen::id).toList();
        return late
                && !there.stream()
                        .filter(shown::contains)
                        .toList()
                        .equals(shown.stream().filter(there::contains).toList());
    }

    private String parameter(String name) {
        return raw(name).strip();
    }

    private String raw(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
