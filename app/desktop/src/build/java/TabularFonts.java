import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes the typefaces of the window. Arguments: this module's folder and the folder to write into.
///
/// JavaFX cannot ask a font for its tabular figures (OpenType feature `tnum`), and Inter's digits are proportional by
/// default: a column of amounts would not line up. So the character map of each weight is pointed at the glyphs the
/// feature would put in their place, and the family gets a name of its own, one for each weight, because JavaFX finds a
/// weight only by family. Inter's licence (OFL 1.1) reserves no name. JetBrains Mono needs no change.
///
/// Format: OpenType 1.9, tables `cmap`, `GSUB`, `name`, `head` and `OS/2`.
final class TabularFonts {

    /// One weight: where npm puts it, and the family it gets here.
    private record Weight(String file, String family) {}

    private static final String INTER = "node_modules/@expo-google-fonts/inter/";
    private static final String MONO = "node_modules/@expo-google-fonts/jetbrains-mono/";
    private static final String REMAPPED = "0123456789.,";

    private static final Map<String, Weight> TABULAR = Map.of(
            "InterTabular-Regular.ttf", new Weight("400Regular/Inter_400Regular.ttf", "Inter Tabular"),
            "InterTabular-Medium.ttf", new Weight("500Medium/Inter_500Medium.ttf", "Inter Tabular Medium"),
            "InterTabular-SemiBold.ttf", new Weight("600SemiBold/Inter_600SemiBold.ttf", "Inter Tabular SemiBold"));

    private static final Map<String, Weight> FIXED = Map.of(
            "JetBrainsMono-Regular.ttf", new Weight("400Regular/JetBrainsMono_400Regular.ttf", "JetBrains Mono"),
            "JetBrainsMono-SemiBold.ttf",
                    new Weight("600SemiBold/JetBrainsMono_600SemiBold.ttf", "JetBrains Mono SemiBold"),
            "JetBrainsMono-Bold.ttf", new Weight("700Bold/JetBrainsMono_700Bold.ttf", "JetBrains Mono Bold"));

    private static final Map<String, String> LICENCES =
            Map.of("Inter-OFL.txt", INTER + "LICENSE_FONT", "JetBrainsMono-OFL.txt", MONO + "LICENSE_FONT");

    private TabularFonts() {}

    static void main(String[] arguments) throws IOException {
        var module = Path.of(arguments[0]);
        var folder = Files.createDirectories(Path.of(arguments[1]));
        for (var weight : TABULAR.entrySet()) {
            var font = read(module.resolve(INTER + weight.getValue().file()));
            font.mapTo(tabular(font));
            font.rename(weight.getValue().family());
            Files.write(folder.resolve(weight.getKey()), font.write());
        }
        for (var weight : FIXED.entrySet()) {
            var font = read(module.resolve(MONO + weight.getValue().file()));
            font.rename(weight.getValue().family());
            Files.write(folder.resolve(weight.getKey()), font.write());
        }
        for (var licence : LICENCES.entrySet()) {
            Files.copy(
                    module.resolve(licence.getValue()),
                    folder.resolve(licence.getKey()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Font read(Path file) throws IOException {
        return new Font(ByteBuffer.wrap(Files.readAllBytes(file)));
    }

    private static SortedMap<Integer, Integer> tabular(Font font) {
        var figures = font.substitutions("tnum");
        var characters = font.characters();
        REMAPPED.chars().forEach(character -> {
            var glyph = figures.get(characters.get(character));
            if (glyph == null) {
                throw new IllegalStateException(
                        "the font has no tabular glyph for “" + Character.toString(character) + "”");
            }
            characters.put(character, glyph);
        });
        return characters;
    }

    /// A font file as its tables.
    private static final class Font {

        private static final int TRUE_TYPE = 0x0001_0000;
        private static final int CHECKSUM_TARGET = 0xB1B0_AFBA;
        private static final int CHECKSUM_ADJUSTMENT = 8;
        private static final int MAC_STYLE = 44;
        private static final int SELECTION = 62;
        private static final int SELECTION_REGULAR = 1 << 6;

        private final SortedMap<String, ByteBuffer> tables = new TreeMap<>();

        Font(ByteBuffer file) {
            if (file.getInt(0) != TRUE_TYPE) {
                throw new IllegalStateException("the file is not a TrueType font");
            }
            for (int i = 0; i < unsigned(file, 4); i++) {
                var entry = 12 + 16 * i;
                var start = file.getInt(entry + 8);
                var length = file.getInt(entry + 12);
                tables.put(tag(file, entry), file.slice(start, length));
            }
        }

        private ByteBuffer table(String tag) {
            var table = tables.get(tag);
            if (table == null) {
                throw new IllegalStateException("the font has no table “" + tag + "”");
            }
            return table;
        }

        /// The glyph of each character, from the map for the whole of Unicode (platform 3, encoding 10) or its first
        /// plane (encoding 1).
        SortedMap<Integer, Integer> characters() {
            var cmap = table("cmap");
            var found = new TreeMap<Integer, Integer>();
            for (int i = 0; i < unsigned(cmap, 2); i++) {
                var record = 4 + 8 * i;
                var map = from(cmap, cmap.getInt(record + 4));
                switch (unsigned(map, 0)) {
                    case 4 -> readSegments(map, found);
                    case 12 -> readGroups(map, found);
                    default -> {} // older forms repeat what these two say
                }
            }
            return found;
        }

        private static void readSegments(ByteBuffer map, Map<Integer, Integer> found) {
            int count = unsigned(map, 6) / 2;
            int ends = 14;
            int starts = ends + 2 * count + 2;
            int deltas = starts + 2 * count;
            int ranges = deltas + 2 * count;
            for (int segment = 0; segment < count; segment++) {
                int start = unsigned(map, starts + 2 * segment);
                int range = unsigned(map, ranges + 2 * segment);
                for (int c = start; c <= unsigned(map, ends + 2 * segment) && c != 0xFFFF; c++) {
                    int glyph = range == 0 ? c : unsigned(map, ranges + 2 * segment + range + 2 * (c - start));
                    if (range == 0 || glyph != 0) {
                        glyph = glyph + unsigned(map, deltas + 2 * segment) & 0xFFFF;
                    }
                    if (glyph != 0) {
                        found.put(c, glyph);
                    }
                }
            }
        }

        private static void readGroups(ByteBuffer map, Map<Integer, Integer> found) {
            for (int group = 0; group < map.getInt(12); group++) {
                int at = 16 + 12 * group;
                for (int c = map.getInt(at); c <= map.getInt(at + 4); c++) {
                    found.put(c, map.getInt(at + 8) + c - map.getInt(at));
                }
            }
        }

        /// What a feature puts in the place of each glyph, by its lookups of single substitutions.
        Map<Integer, Integer> substitutions(String feature) {
            var gsub = table("GSUB");
            var features = from(gsub, unsigned(gsub, 6));
            var lookups = from(gsub, unsigned(gsub, 8));
            var found = new HashMap<Integer, Integer>();
            for (int i = 0; i < unsigned(features, 0); i++) {
                if (tag(features, 2 + 6 * i).equals(feature)) {
                    var entry = from(features, unsigned(features, 2 + 6 * i + 4));
                    for (int j = 0; j < unsigned(entry, 2); j++) {
                        var index = unsigned(entry, 4 + 2 * j);
                        readLookup(from(lookups, unsigned(lookups, 2 + 2 * index)), found);
                    }
                }
            }
            return found;
        }

        private static void readLookup(ByteBuffer lookup, Map<Integer, Integer> found) {
            for (int i = 0; i < unsigned(lookup, 4); i++) {
                var type = unsigned(lookup, 0);
                var subtable = from(lookup, unsigned(lookup, 6 + 2 * i));
                if (type == 7) { // an extension: the same further away
                    type = unsigned(subtable, 2);
                    subtable = from(subtable, subtable.getInt(4));
                }
                if (type == 1) {
                    readSingleSubstitution(subtable, found);
                }
            }
        }

        private static void readSingleSubstitution(ByteBuffer table, Map<Integer, Integer> found) {
            var covered = coverage(from(table, unsigned(table, 2)));
            for (int i = 0; i < covered.size(); i++) {
                int glyph = covered.get(i);
                int substitute =
                        unsigned(table, 0) == 1 ? glyph + unsigned(table, 4) & 0xFFFF : unsigned(table, 6 + 2 * i);
                found.putIfAbsent(glyph, substitute);
            }
        }

        private static List<Integer> coverage(ByteBuffer table) {
            var glyphs = new ArrayList<Integer>();
            for (int i = 0; i < unsigned(table, 2); i++) {
                if (unsigned(table, 0) == 1) {
                    glyphs.add(unsigned(table, 4 + 2 * i));
                } else {
                    for (int g = unsigned(table, 4 + 6 * i); g <= unsigned(table, 4 + 6 * i + 2); g++) {
                        glyphs.add(g);
                    }
                }
            }
            return glyphs;
        }

        /// Replaces the character map: a map of the first plane for readers that know no other, and one of everything.
        void mapTo(SortedMap<Integer, Integer> characters) {
            var segments = segments(characters.headMap(0xFFFF));
            var groups = groups(characters);
            var cmap = ByteBuffer.allocate(20 + segments.length + groups.length);
            cmap.putShort((short) 0).putShort((short) 2);
            cmap.putShort((short) 3).putShort((short) 1).putInt(20);
            cmap.putShort((short) 3).putShort((short) 10).putInt(20 + segments.length);
            tables.put("cmap", cmap.put(segments).put(groups).flip());
        }

        private static byte[] segments(SortedMap<Integer, Integer> characters) {
            var runs = runs(characters);
            runs.add(new Run(0xFFFF, 0xFFFF, 0));
            int count = runs.size();
            var map = ByteBuffer.allocate(16 + 8 * count);
            int power = Integer.highestOneBit(count);
            map.putShort((short) 4).putShort((short) map.capacity()).putShort((short) 0);
            map.putShort((short) (2 * count)).putShort((short) (2 * power));
            map.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) (2 * (count - power)));
            runs.forEach(run -> map.putShort((short) run.last()));
            map.putShort((short) 0);
            runs.forEach(run -> map.putShort((short) run.first()));
            runs.forEach(run -> map.putShort((short) (run.glyph() - run.first())));
            runs.forEach(_ -> map.putShort((short) 0));
            return map.array();
        }

        private static byte[] groups(SortedMap<Integer, Integer> characters) {
            var runs = runs(characters);
            var map = ByteBuffer.allocate(16 + 12 * runs.size());
            map.putShort((short) 12)
                    .putShort((short) 0)
                    .putInt(map.capacity())
                    .putInt(0)
                    .putInt(runs.size());
            runs.forEach(run -> map.putInt(run.first()).putInt(run.last()).putInt(run.glyph()));
            return map.array();
        }

        /// Characters in a row whose glyphs are in a row.
        private record Run(int first, int last, int glyph) {}

        private static List<Run> runs(SortedMap<Integer, Integer> characters) {
            var runs = new ArrayList<Run>();
            characters.forEach((character, glyph) -> {
                if (!runs.isEmpty() && follows(runs.getLast(), character, glyph)) {
                    var run = runs.removeLast();
                    runs.add(new Run(run.first(), character, run.glyph()));
                } else {
                    runs.add(new Run(character, character, glyph));
                }
            });
            return runs;
        }

        private static boolean follows(Run run, int character, int glyph) {
            return character == run.last() + 1 && glyph == run.glyph() + character - run.first();
        }

        /// Gives the font a family of its own with one regular style in it.
        void rename(String family) {
            var names = new TreeMap<Integer, String>();
            readNames(names);
            names.keySet().removeAll(List.of(16, 17, 21, 22, 25));
            names.put(1, family);
            names.put(2, "Regular");
            names.put(3, family + " for Breakwater");
            names.put(4, family);
            names.put(6, family.replace(" ", "") + "-Regular");
            tables.put("name", writeNames(names));
            table("head").putShort(MAC_STYLE, (short) 0);
            table("OS/2").putShort(SELECTION, (short) SELECTION_REGULAR);
        }

        private void readNames(Map<Integer, String> names) {
            var table = table("name");
            for (int i = 0; i < unsigned(table, 2); i++) {
                var record = 6 + 12 * i;
                if (unsigned(table, record) == 3 && unsigned(table, record + 4) == 0x409) {
                    var text = new byte[unsigned(table, record + 8)];
                    table.get(unsigned(table, 4) + unsigned(table, record + 10), text);
                    names.put(unsigned(table, record + 6), new String(text, StandardCharsets.UTF_16BE));
                }
            }
        }

        private static ByteBuffer writeNames(SortedMap<Integer, String> names) {
            int texts = 6 + 12 * names.size();
            var length =
                    names.values().stream().mapToInt(name -> 2 * name.length()).sum();
            var table = ByteBuffer.allocate(texts + length);
            table.putShort((short) 0).putShort((short) names.size()).putShort((short) texts);
            int offset = 0;
            for (var name : names.entrySet()) {
                var text = name.getValue().getBytes(StandardCharsets.UTF_16BE);
                table.putShort((short) 3).putShort((short) 1).putShort((short) 0x409);
                table.putShort(name.getKey().shortValue());
                table.putShort((short) text.length).putShort((short) offset);
                table.put(texts + offset, text);
                offset += text.length;
            }
            return table.rewind();
        }

        /// The whole file, its tables in the order of their names, every checksum new.
        byte[] write() {
            tables.remove("DSIG"); // a signature over the bytes as they were
            table("head").putInt(CHECKSUM_ADJUSTMENT, 0);
            int count = tables.size();
            int length = 12 + 16 * count;
            for (var table : tables.values()) {
                length += padded(table.capacity());
            }
            var file = ByteBuffer.allocate(length);
            int power = Integer.highestOneBit(count);
            file.putInt(TRUE_TYPE).putShort((short) count).putShort((short) (16 * power));
            file.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) (16 * (count - power)));
            int offset = 12 + 16 * count;
            int head = 0;
            for (var table : tables.entrySet()) {
                var bytes = table.getValue();
                if (table.getKey().equals("head")) {
                    head = offset;
                }
                file.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
                file.putInt(checksum(bytes)).putInt(offset).putInt(bytes.capacity());
                file.put(offset, bytes, 0, bytes.capacity());
                offset += padded(bytes.capacity());
            }
            file.putInt(head + CHECKSUM_ADJUSTMENT, CHECKSUM_TARGET - checksum(file));
            return file.array();
        }

        private static int checksum(ByteBuffer bytes) {
            int sum = 0;
            for (int at = 0; at < bytes.capacity(); at += 4) {
                for (int i = 0; i < 4; i++) {
                    int octet = at + i < bytes.capacity() ? bytes.get(at + i) & 0xFF : 0;
                    sum += octet << 24 - 8 * i;
                }
            }
            return sum;
        }

        private static int padded(int length) {
            return length + 3 & ~3;
        }

        private static ByteBuffer from(ByteBuffer table, int offset) {
            return table.slice(offset, table.capacity() - offset);
        }

        private static int unsigned(ByteBuffer table, int offset) {
            return Short.toUnsignedInt(table.getShort(offset));
        }

        private static String tag(ByteBuffer table, int offset) {
            var tag = new byte[4];
            table.get(offset, tag);
            return new String(tag, StandardCharsets.US_ASCII);
        }
    }
}
