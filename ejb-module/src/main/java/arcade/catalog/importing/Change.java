package arcade.catalog.importing;

import arcade.catalog.importing.StoredProducts.Known;
import arcade.catalog.importing.StoredProducts.Stored;
import arcade.catalog.importing.file.PictureDraft;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A product that an import makes or changes, or that somebody adds by hand.
 *
 * @param fingerprint null: no import brought it
 * @param stored what the catalogue has of it; empty: it is new
 * @param known the pictures that the catalogue has of it, by source; empty: not loaded
 */
record Change(Candidate candidate, String fingerprint, Optional<Stored> stored, Map<String, Optional<Known>> known) {

    boolean isNew() {
        return stored.isEmpty();
    }

    boolean hasSameContent() {
        return stored.isPresent() && fingerprint.equals(stored.get().fingerprint());
    }

    boolean isNothing() {
        return hasSameContent() && stored.get().position() == candidate.position();
    }

    /** Pictures that must be brought into the media store: an address that was fetched once is not fetched again. */
    List<PictureDraft> wanted() {
        return candidate.draft().pictures().stream()
                .filter(picture -> !picture.isRemote() || knownOf(picture).isEmpty())
                .toList();
    }

    /** Pictures that an earlier import could not fetch. */
    List<PictureDraft> missed() {
        return candidate.draft().pictures().stream()
                .filter(picture -> picture.isRemote() && knownOf(picture).isEmpty())
                .toList();
    }

    Optional<Known> knownOf(PictureDraft picture) {
        return known.getOrDefault(picture.source(), Optional.empty());
    }
}
