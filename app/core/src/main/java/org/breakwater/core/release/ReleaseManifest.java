package org.breakwater.core.release;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.breakwater.core.json.JsonDocument;
import org.breakwater.core.json.JsonLimits;
import org.breakwater.core.json.JsonObject;
import org.breakwater.core.json.JsonValue;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Hash32;
import org.breakwater.core.value.Quotation;

/// The files of one release, as its `manifest.json` lists them. `installers/linux/manifest.sh` writes it.
///
/// @param version such as `1.4.0`
/// @param files at most {@link #MOST_FILES}, each name once
public record ReleaseManifest(String version, List<Listed> files) {

    /// The name of the format.
    public static final String FORMAT = "breakwater.release";

    /// How large a manifest may be.
    public static final JsonLimits LIMITS = new JsonLimits(1 << 16, 4, 256, 2_000);

    static final int MOST_FILES = 64;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+~-]{0,127}");
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,5}(\\.[0-9]{1,5}){2}");
    private static final Pattern SUM = Pattern.compile("[0-9a-f]{64}");

    public ReleaseManifest {
        files = List.copyOf(files);
    }

    /// One file of a release.
    ///
    /// @param name without a folder
    /// @param size bytes
    /// @param sha256 FIPS 180-4
    public record Listed(String name, long size, Hash32 sha256) {}

    /// Reads a manifest; what is not canonical is refused.
    public static ReleaseManifest of(JsonDocument document) throws ProblemException {
        var object = document.object();
        object.only(List.of("format", "product", "version", "files"));
        matching(object, "format", Pattern.compile(Pattern.quote(FORMAT)));
        matching(object, "product", Pattern.compile("breakwater"));
        var version = matching(object, "version", VERSION);
        var listed = object.objects("files");
        if (listed.size() > MOST_FILES) {
            throw document.refused(object.line(), "a release has at most " + MOST_FILES + " files");
        }
        var files = new ArrayList<Listed>();
        var names = new HashSet<String>();
        for (var each : listed) {
            var file = listed(each);
            if (!names.add(file.name())) {
                throw document.refused(each.line(), Quotation.of(file.name()) + " is listed twice");
            }
            files.add(file);
        }
        return new ReleaseManifest(version, files);
    }

    private static Listed listed(JsonObject object) throws ProblemException {
        object.only(List.of("name", "size", "sha256"));
        var name = matching(object, "name", NAME);
        var sum = matching(object, "sha256", SUM);
        if (object.field("size") instanceof JsonValue.Whole(var _, BigInteger size)
                && size.signum() >= 0
                && size.bitLength() < Long.SIZE) {
            return new Listed(name, size.longValueExact(), Hash32.fromHex("0x" + sum));
        }
        throw object.document().refused(object.line(), Quotation.of("size") + " is no size of a file");
    }

    private static String matching(JsonObject object, String field, Pattern pattern) throws ProblemException {
        var text = object.text(field);
        if (pattern.matcher(text).matches()) {
            return text;
        }
        throw object.document()
                .refused(object.field(field).line(), Quotation.of(field) + " is not what a release has there");
    }

    /// The file of that name, where the release has one.
    public Optional<Listed> find(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }
}
