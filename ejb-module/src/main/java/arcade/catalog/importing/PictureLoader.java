package arcade.catalog.importing;

import arcade.catalog.importing.StoredProducts.Known;
import arcade.catalog.importing.file.ImportLimits;
import arcade.catalog.importing.file.PictureDraft;
import arcade.media.MediaStore;
import arcade.media.NotAPicture;
import arcade.media.Picture;
import arcade.media.RemotePictures;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Brings pictures into the media store, from the archive or by fetching some at a time. Never called inside a
 * transaction.
 */
@ApplicationScoped
class PictureLoader {
    @Inject
    private MediaStore media;

    @Resource
    private ManagedExecutorService threads;

    /** @param alive is called after every few pictures */
    public Loading load(
            Upload upload, Collection<PictureDraft> wanted, ImportLimits limits, Loading loading, Runnable alive) {
        wanted.stream().filter(picture -> !picture.isRemote()).forEach(picture -> local(upload, picture, loading));
        List<PictureDraft> remote =
                wanted.stream().filter(PictureDraft::isRemote).toList();
        if (remote.isEmpty()) {
            return loading;
        }
        RemotePictures pictures = new RemotePictures(limits.pictureBytes());
        for (int from = 0; from < remote.size(); from += limits.fetches()) {
            fetch(pictures, remote.subList(from, Math.min(remote.size(), from + limits.fetches())), loading);
            alive.run();
        }
        return loading;
    }

    private void local(Upload upload, PictureDraft picture, Loading loading) {
        try {
            byte[] content = upload.content(picture.source())
                    .orElseThrow(() -> new NotAPicture("it is not in the archive, or too large"));
            loading.loaded(picture, stored(Picture.of(content)));
        } catch (NotAPicture e) {
            loading.failed(picture, e.getMessage());
        } catch (IOException e) {
            loading.failed(picture, "the archive is damaged there");
        }
    }

    private void fetch(RemotePictures pictures, List<PictureDraft> some, Loading loading) {
        List<PictureDraft> hopeful =
                some.stream().filter(loading::isWorthTrying).toList();
        List<Future<Known>> fetches = hopeful.stream()
                .map(picture -> threads.submit(() -> stored(pictures.fetch(picture.source()))))
                .toList();
        long deadline = System.nanoTime() + RemotePictures.TOTAL.toNanos();
        for (int i = 0; i < hopeful.size(); i++) {
            take(fetches.get(i), hopeful.get(i), deadline, loading);
        }
    }

    private static void take(Future<Known> fetch, PictureDraft picture, long deadline, Loading loading) {
        try {
            loading.loaded(picture, fetch.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            fetch.cancel(true);
            loading.failed(picture, "its server took longer than " + RemotePictures.TOTAL.toSeconds() + " s");
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof NotAPicture)) {
                throw new IllegalStateException("fetching " + picture.source(), e.getCause());
            }
            loading.failed(picture, e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("the import was interrupted", e));
        }
    }

    private Known stored(Picture picture) {
        media.put(picture);
        return new Known(picture.name(), picture.width(), picture.height());
    }
}
