package org.breakwater.desktop.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.text.Font;

/// The bundled typefaces, each weight a family of its own. Only these are used, so that the window and its pictures
/// look the same on every machine.
public enum Typeface {
    REGULAR("Inter Tabular", "InterTabular-Regular.ttf"),
    MEDIUM("Inter Tabular Medium", "InterTabular-Medium.ttf"),
    SEMI_BOLD("Inter Tabular SemiBold", "InterTabular-SemiBold.ttf"),
    MONO("JetBrains Mono", "JetBrainsMono-Regular.ttf"),
    MONO_SEMI_BOLD("JetBrains Mono SemiBold", "JetBrainsMono-SemiBold.ttf"),
    MONO_BOLD("JetBrains Mono Bold", "JetBrainsMono-Bold.ttf");

    private static final AtomicBoolean LOADED = new AtomicBoolean();

    private final String family;
    private final String file;

    Typeface(String family, String file) {
        this.family = family;
        this.file = file;
    }

    /// The name under which a stylesheet finds it once {@link #loadAll} has run.
    public String family() {
        return family;
    }

    public Font at(double size) {
        return Font.font(family, size);
    }

    /// The TrueType file, for documents in which it is embedded.
    public byte[] bytes() {
        try (var stream = Objects.requireNonNull(Typeface.class.getResourceAsStream(file), file)) {
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Makes every typeface known to the toolkit, once.
    public static void loadAll() {
        if (LOADED.compareAndSet(false, true)) {
            for (var typeface : values()) {
                typeface.load();
            }
        }
    }

    private void load() {
        try (var stream = Objects.requireNonNull(Typeface.class.getResourceAsStream(file), file)) {
            if (Font.loadFont(stream, 0) == null) {
                throw new IllegalStateException("the toolkit does not read " + file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
