package arcade.catalog.importing;

import arcade.catalog.importing.StoredProducts.Stored;
import arcade.catalog.importing.file.Findings;
import arcade.catalog.importing.file.ImportLimits;
import arcade.catalog.importing.file.PictureDraft;
import arcade.catalog.importing.file.ProductDraft;
import arcade.catalog.importing.file.ProductFile;
import arcade.catalog.importing.file.VariantDraft;
import arcade.shared.Sku;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The batches of one import and what is counted over them. Holds no more than one batch of products. */
final class ImportRun {
    private final long store;
    private final Upload upload;
    private final ImportOptions options;
    private final ImportLimits limits;
    private final Parts parts;
    private final Findings findings;
    private final Loading pictures;
    private int created;
    private int updated;
    private int unchanged;

    /** What a run works with. */
    record Parts(StoredProducts stored, PictureLoader loader, BatchWriter writer) {}

    /** Writes a batch as one transaction. */
    interface BatchWriter {
        void write(List<Change> changes, Loading pictures);
    }

    ImportRun(long store, Upload upload, ImportOptions options, ImportLimits limits, Parts parts, Findings findings) {
        this.store = store;
        this.upload = upload;
        this.options = options;
        this.limits = limits;
        this.parts = parts;
        this.findings = findings;
        this.pictures = new Loading(findings);
    }

    void run(ProductFile file, int total, Progress progress) {
        List<Candidate> batch = new ArrayList<>();
        for (Optional<ProductDraft> next = file.next(); next.isPresent(); next = file.next()) {
            batch.add(new Candidate(next.get(), file.done()));
            if (batch.size() == limits.batch()) {
                int before = file.done() - batch.size();
                take(batch, () -> progress.done(before, total));
                progress.done(file.done(), total);
                batch.clear();
            }
        }
        int before = file.done() - batch.size();
        take(batch, () -> progress.done(before, total));
        progress.done(total, total);
    }

    ImportReport report() {
        findings.close();
        return new ImportReport(
                created,
                updated,
                unchanged,
                findings.rejected(),
                findings.notices(),
                pictures.counted(),
                options.dryRun());
    }

    private void take(List<Candidate> read, Runnable alive) {
        if (read.isEmpty()) {
            return;
        }
        List<Change> all = compared(withoutTakenSkus(read));
        List<Change> changes =
                all.stream().filter(change -> !change.isNothing()).collect(Collectors.toList());
        List<Change> retries = options.retryPictures()
                ? all.stream()
                        .filter(change -> change.isNothing() && !change.missed().isEmpty())
                        .toList()
                : List.of();
        if (options.dryRun()) {
            tellMissing(changes);
        } else {
            parts.loader().load(upload, wanted(changes, retries), limits, pictures, alive);
            retries.stream()
                    .filter(retry -> retry.missed().stream()
                            .anyMatch(missed -> pictures.of(missed).isPresent()))
                    .forEach(changes::add);
            if (!changes.isEmpty()) {
                parts.writer().write(changes, pictures);
            }
        }
        int fresh = (int) changes.stream().filter(Change::isNew).count();
        created += fresh;
        updated += changes.size() - fresh;
        unchanged += all.size() - changes.size();
    }

    private List<Change> compared(List<Candidate> batch) {
        if (batch.isEmpty()) {
            return List.of();
        }
        Map<String, Stored> stored = parts.stored().byHandle(store, Candidate.handles(batch));
        List<Change> all = new ArrayList<>();
        for (Candidate candidate : batch) {
            Optional<Stored> old =
                    Optional.ofNullable(stored.get(candidate.draft().handle()));
            String fingerprint = Fingerprint.of(candidate.draft(), this::mark);
            Change change = new Change(candidate, fingerprint, old, Map.of());
            boolean needsPictures = old.isPresent() && (!change.hasSameContent() || options.retryPictures());
            all.add(
                    needsPictures
                            ? new Change(
                                    candidate,
                                    fingerprint,
                                    old,
                                    parts.stored().pictures(old.get().id()))
                            : change);
        }
        return all;
    }

    private String mark(PictureDraft picture) {
        return picture.isRemote() ? "" : upload.mark(picture.source()).orElse("missing");
    }

    /** A SKU names one variant of the store: a variant whose SKU another product has is refused. */
    private List<Candidate> withoutTakenSkus(List<Candidate> batch) {
        Map<Sku, String> owners = parts.stored().owners(store, Candidate.skus(batch));
        List<Candidate> free = new ArrayList<>();
        for (Candidate candidate : batch) {
            ProductDraft draft = candidate.draft();
            List<VariantDraft> taken = draft.variants().stream()
                    .filter(variant ->
                            !owners.getOrDefault(variant.sku(), draft.handle()).equals(draft.handle()))
                    .toList();
            taken.forEach(variant -> findings.reject(
                    variant.line(),
                    draft.handle(),
                    "the SKU " + variant.sku() + " is that of the product " + owners.get(variant.sku())));
            Set<Sku> skus = taken.stream().map(VariantDraft::sku).collect(Collectors.toSet());
            if (!skus.contains(draft.variants().get(0).sku())) {
                free.add(skus.isEmpty() ? candidate : candidate.without(skus));
            }
        }
        return free;
    }

    private List<PictureDraft> wanted(List<Change> changes, List<Change> retries) {
        Map<String, PictureDraft> wanted = new LinkedHashMap<>();
        changes.stream()
                .filter(change -> !change.hasSameContent())
                .flatMap(change -> change.wanted().stream())
                .filter(pictures::isNew)
                .forEach(picture -> wanted.putIfAbsent(picture.source(), picture));
        retries.stream()
                .flatMap(change -> change.missed().stream())
                .filter(pictures::isNew)
                .forEach(picture -> wanted.putIfAbsent(picture.source(), picture));
        return List.copyOf(wanted.values());
    }

    private void tellMissing(List<Change> changes) {
        changes.stream()
                .flatMap(change -> change.wanted().stream())
                .filter(picture ->
                        !picture.isRemote() && upload.mark(picture.source()).isEmpty())
                .filter(pictures::isNew)
                .forEach(picture -> pictures.failed(picture, "it is not in the archive"));
    }
}
