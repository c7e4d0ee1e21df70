package org.breakwater.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.breakwater.core.text.Markdown.Code;
import org.breakwater.core.text.Markdown.Heading;
import org.breakwater.core.text.Markdown.Item;
import org.breakwater.core.text.Markdown.Paragraph;
import org.breakwater.core.text.Markdown.Quote;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void aTextIsReadInBlocks() {
        assertThat(Markdown.blocks("""
            # Title

            One line
            and its **end**, *here*, and 2*3*4 * 5.
            - first
            2. second
            > said
            ```
            code  *as it is*
            ```
            """))
                .containsExactly(
                        new Heading(1, "Title"),
                        new Paragraph("One line and its end, here, and 2*3*4 * 5."),
                        new Item("•", "first"),
                        new Item("2.", "second"),
                        new Quote("said"),
                        new Code("code  *as it is*"));
    }

    @Test
    void nothingInItIsFollowed() {
        assertThat(Markdown.blocks("See [here](https://evil.example/x) ![shot](ipfs://x) <script>alert(1)</script>"))
                .containsExactly(
                        new Paragraph("See here (https://evil.example/x) shot (ipfs://x) <script>alert(1)</script>"));
    }

    @Test
    void whatIsNotClosedStaysText() {
        assertThat(Markdown.blocks("```\nopen")).containsExactly(new Code("open"));
        assertThat(Markdown.blocks("**open and [open](")).containsExactly(new Paragraph("**open and [open]("));
        assertThat(Markdown.blocks("")).isEmpty();
        assertThat(Markdown.blocks("*".repeat(100_000))).hasSize(1);
    }
}
