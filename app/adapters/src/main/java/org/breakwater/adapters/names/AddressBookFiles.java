package org.breakwater.adapters.names;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.breakwater.adapters.files.BoundedText;
import org.breakwater.core.names.AddressBook;
import org.breakwater.core.names.AddressBooks;
import org.breakwater.core.problem.Problem;
import org.breakwater.core.problem.ProblemException;
import org.breakwater.core.value.Address;
import org.breakwater.core.value.ChainId;
import org.breakwater.core.value.Quotation;

/// Address books as Safe's web wallet exports them: CSV with the columns `address`, `name` and `chainId`; without the
/// last the names hold on every chain. UTF-8, at most 4 MiB and 50,000 entries.
public final class AddressBookFiles implements AddressBooks {

    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_ENTRIES = 50_000;
    private static final int MOST_NAME = 200;

    private static final String ADDRESS = "address";
    private static final String NAME = "name";
    private static final String CHAIN = "chainId";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    @Override
    public AddressBook read(String path, ChainId chain) throws ProblemException {
        try (var parser = FORMAT.parse(new StringReader(text(path)))) {
            var columns =
                    parser.getHeaderNames().stream().map(String::toLowerCase).toList();
            if (!columns.contains(ADDRESS) || !columns.contains(NAME)) {
                throw refused(path, 1, "it does not name the columns address and name");
            }
            var names = new LinkedHashMap<Address, String>();
            for (var line : parser) {
                if (names.size() >= MOST_ENTRIES) {
                    throw refused(path, line.getRecordNumber() + 1, "there are more than " + MOST_ENTRIES + " entries");
                }
                if (isFor(line, chain)) {
                    add(path, line, names);
                }
            }
            return new AddressBook(names);
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException broken) {
            throw new ProblemException(
                    Problem.of(
                            path + " is no address book: " + Quotation.plain(String.valueOf(broken.getMessage())) + ".",
                            "Export it again as CSV."),
                    broken);
        }
    }

    private static boolean isFor(CSVRecord line, ChainId chain) {
        return !line.isSet(CHAIN)
                || line.get(CHAIN).isEmpty()
                || line.get(CHAIN).equals(chain.toString());
    }

    private static void add(String path, CSVRecord line, Map<Address, String> names) throws ProblemException {
        var number = line.getRecordNumber() + 1;
        if (!line.isConsistent()) {
            throw refused(path, number, "it has another number of columns than the first line");
        }
        var name = line.get(NAME);
        if (name.isEmpty() || name.length() > MOST_NAME) {
            throw refused(path, number, "a name has 1 to " + MOST_NAME + " characters");
        }
        try {
            names.put(Address.parse(line.get(ADDRESS)), Quotation.plain(name));
        } catch (IllegalArgumentException noAddress) {
            throw refused(path, number, String.valueOf(noAddress.getMessage()));
        }
    }

    private static ProblemException refused(String path, long line, String why) {
        return new ProblemException(Problem.of(
                "Line " + line + " of " + path + ": " + Quotation.plain(why) + ".",
                "Correct the line, or export the address book again."));
    }

    private static String text(String path) throws ProblemException {
        try {
            var text = BoundedText.read(Path.of(path), MOST_BYTES);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (InvalidPathException impossible) {
            throw new ProblemException(Problem.of("There is no file at " + path + ".", "Check the path."), impossible);
        }
    }
}
