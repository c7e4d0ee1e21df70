package org.breakwater.desktop.place;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.breakwater.core.exchange.SharedTransaction;
import org.breakwater.core.exchange.SharedTransactionFormat;

/// Hands a transaction on to other owners, as text or as a file. That it was handed on is said once it was: a file that
/// is not on the disk was given to nobody.
///
/// @param note told how, on the toolkit's thread
public record HandOver(Saving saving, BiConsumer<SharedTransaction, String> note) {

    public void copy(SharedTransaction shared) {
        var content = new ClipboardContent();
        content.putString(SharedTransactionFormat.text(shared));
        Clipboard.getSystemClipboard().setContent(content);
        note.accept(shared, "text on the clipboard");
    }

    /// @param name of the file, without its ending
    public void save(SharedTransaction shared, String name) {
        saving.save(
                name + ".safe-transaction.json",
                () -> SharedTransactionFormat.document(shared).getBytes(StandardCharsets.UTF_8),
                () -> note.accept(shared, "a file"));
    }
}
