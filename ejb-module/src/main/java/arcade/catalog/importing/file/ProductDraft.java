package arcade.catalog.importing.file;

import java.util.List;

/**
 * A product as the file has it, checked and cleaned.
 *
 * @param line of its first row
 * @param type the category's title or handle, may be empty
 * @param optionNames none for a product with one variant and no choice
 * @param variants at least one, in the file's order
 * @param pictures in the order in which they are shown, each source once
 */
public record ProductDraft(
        long line,
        String handle,
        String title,
        String bodyHtml,
        String vendor,
        String type,
        String tags,
        boolean published,
        List<String> optionNames,
        String seoTitle,
        String seoDescription,
        List<VariantDraft> variants,
        List<PictureDraft> pictures) {}
