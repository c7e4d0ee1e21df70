package org.breakwater.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Markdown as plain blocks of words: enough to see how a text reads. Nothing in it is followed: a link is its
/// words and its address, a picture its description, and HTML stays the characters that it is.
public final class Markdown {

    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*)");
    private static final Pattern ITEM = Pattern.compile("\\s{0,8}([-*+]|\\d{1,4}[.)])\\s+(.*)");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\n]{0,500})\\]\\(([^()\\s]{1,500})\\)");
    private static final Pattern STRONG = Pattern.compile("(\\*\\*|__)(?=\\S)([^\\n]{1,500}?)(?<=\\S)\\1");
    private static final Pattern EMPHASIS =
            Pattern.compile("(?<![\\w*])\\*(?=[^\\s*])([^*\\n]{1,500})(?<=\\S)\\*(?![\\w*])");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]{1,500})`");
    private static final String FENCE = "```";

    /// A part of a text that stands by itself.
    public sealed interface Block {

        String words();
    }

    /// @param level 1 for a title, at most 6
    public record Heading(int level, String words) implements Block {}

    public record Paragraph(String words) implements Block {}

    /// @param mark a bullet, or a number with its sign
    public record Item(String mark, String words) implements Block {}

    public record Quote(String words) implements Block {}

    /// Lines as they are.
    public record Code(String words) implements Block {}

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();

    private Markdown() {}

    public static List<Block> blocks(String text) {
        var read = new Markdown();
        var code = new StringBuilder();
        var fenced = false;
        for (var line : text.lines().toList()) {
            if (line.strip().startsWith(FENCE)) {
                read.end();
                if (fenced) {
                    read.blocks.add(new Code(code.toString().stripTrailing()));
                    code.setLength(0);
                }
                fenced = !fenced;
            } else if (fenced) {
                code.append(line).append('\n');
            } else {
                read.line(line);
            }
        }
        read.end();
        if (!code.isEmpty()) {
            read.blocks.add(new Code(code.toString().stripTrailing()));
        }
        return List.copyOf(read.blocks);
    }

    private void line(String line) {
        var heading = HEADING.matcher(line);
        var item = ITEM.matcher(line);
        if (line.isBlank()) {
            end();
        } else if (heading.matches()) {
            end();
            blocks.add(new Heading(heading.group(1).length(), plain(heading.group(2))));
        } else if (item.matches()) {
            end();
            var mark = item.group(1);
            blocks.add(new Item(Character.isDigit(mark.charAt(0)) ? mark : "•", plain(item.group(2))));
        } else if (line.startsWith(">")) {
            end();
            blocks.add(new Quote(plain(line.substring(1))));
        } else {
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
        }
    }

    private void end() {
        if (!paragraph.isEmpty()) {
            blocks.add(new Paragraph(plain(paragraph.toString())));
            paragraph.setLength(0);
        }
    }

    private static String plain(String words) {
        var linked = LINK.matcher(words.strip()).replaceAll("$1 ($2)");
        var strong = STRONG.matcher(linked).replaceAll("$2");
        return CODE.matcher(EMPHASIS.matcher(strong).replaceAll("$1")).replaceAll("$1");
    }
}
