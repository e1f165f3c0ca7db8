package arcade.catalog.importing;

import arcade.catalog.importing.StoredProducts.Known;
import arcade.catalog.importing.file.Findings;
import arcade.catalog.importing.file.PictureDraft;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pictures that one import needed: what became of them, by source. A host that fails several times is left alone.
 */
final class Loading {
    private static final int PATIENCE_WITH_A_HOST = 3;

    private final Findings findings;
    private final Map<String, Known> loaded = new HashMap<>();
    private final Set<String> failed = new HashSet<>();
    private final Map<String, Integer> failuresByHost = new HashMap<>();

    Loading(Findings findings) {
        this.findings = findings;
    }

    Optional<Known> of(PictureDraft picture) {
        return Optional.ofNullable(loaded.get(picture.source()));
    }

    boolean isNew(PictureDraft picture) {
        return !loaded.containsKey(picture.source()) && !failed.contains(picture.source());
    }

    /** Tells and remembers a failure when the host had its chances. */
    boolean isWorthTrying(PictureDraft picture) {
        boolean worth = failuresByHost.getOrDefault(host(picture), 0) < PATIENCE_WITH_A_HOST;
        if (!worth) {
            failed(picture, "its host failed " + PATIENCE_WITH_A_HOST + " times before and was not asked again");
        }
        return worth;
    }

    void loaded(PictureDraft picture, Known known) {
        loaded.put(picture.source(), known);
        failuresByHost.remove(host(picture));
    }

    void failed(PictureDraft picture, String reason) {
        if (failed.add(picture.source())) {
            findings.notice(picture.line(), "picture " + picture.source() + " is missing: " + reason);
        }
        if (picture.isRemote()) {
            failuresByHost.merge(host(picture), 1, Integer::sum);
        }
    }

    ImportReport.Pictures counted() {
        return new ImportReport.Pictures(loaded.size(), failed.size());
    }

    private static String host(PictureDraft picture) {
        try {
            return picture.isRemote()
                    ? String.valueOf(URI.create(picture.source()).getHost())
                    : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
