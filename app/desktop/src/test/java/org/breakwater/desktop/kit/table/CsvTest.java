package org.breakwater.desktop.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final List<Column<String>> COLUMNS =
            List.of(Column.words("Name", 100, name -> name), Column.words("Length", 50, name -> "" + name.length()));

    @Test
    void headsComeFirstAndRowsThatAreNotReadAreLeftOut() {
        assertThat(Csv.of(COLUMNS, Arrays.asList("Bridge", null, "Custody")))
                .isEqualTo("Name,Length\r\nBridge,6\r\nCustody,7\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void whatStartsLikeAFormulaBecomesText(String text) {
        assertThat(Csv.cell(text)).containsPattern("^\"?'");
    }

    @Test
    void aMinusOfOursIsNoFormula() {
        assertThat(Csv.cell("−9,320.00")).isEqualTo("\"−9,320.00\"");
    }

    @Test
    void commasQuotesAndLineEndsAreQuoted() {
        assertThat(Csv.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(Csv.cell("say \"no\"")).isEqualTo("\"say \"\"no\"\"\"");
        assertThat(Csv.cell("a\nb")).isEqualTo("\"a\nb\"");
    }
}
