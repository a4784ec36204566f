package offprint.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import offprint.document.Block.Table.Alignment;
import offprint.document.Inline.Phrase;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Walks over commonmark's tree, and the nodes that HTML adds to it. */
final class Nodes {
  private Nodes() {}

  /** A phrase that HTML marks, Markdown's own two among them. */
  static final class HtmlPhrase extends CustomNode {
    final Phrase.Kind kind;
    final @Nullable String language;

    HtmlPhrase(Phrase.Kind kind, @Nullable String language) {
      this.kind = kind;
      this.language = language;
    }
  }

  static final class HtmlAbbreviation extends CustomNode {
    final @Nullable String expansion;

    HtmlAbbreviation(@Nullable String expansion) {
      this.expansion = expansion;
    }
  }

  /** A picture that an author named without saying where it lies. */
  static final class Embed extends Image {
    Embed(String name) {
      super(name, null);
    }
  }

  /** A heading whose author named it. */
  static final class NamedHeading extends Heading {
    final @Nullable String id;

    NamedHeading(int level, @Nullable String id) {
      setLevel(level);
      this.id = id;
    }
  }

  /** Of one picture and, behind it, the inlines of its caption. */
  static final class HtmlFigure extends CustomBlock {}

  /** Of rows; a caption is none of its children, but its own block of inlines. */
  static final class HtmlTable extends CustomBlock {
    final @Nullable Node caption;

    HtmlTable(@Nullable Node caption) {
      this.caption = caption;
    }
  }

  static final class HtmlRow extends CustomBlock {
    final boolean head;

    HtmlRow(boolean head) {
      this.head = head;
    }
  }

  /** Of blocks. */
  static final class HtmlCell extends CustomBlock {
    final boolean header;
    final int columnSpan;
    final int rowSpan;
    final Alignment alignment;

    HtmlCell(boolean header, int columnSpan, int rowSpan, Alignment alignment) {
      this.header = header;
      this.columnSpan = columnSpan;
      this.rowSpan = rowSpan;
      this.alignment = alignment;
    }
  }

  /** Of blocks; before them the label, where the author gave it one. */
  static final class Admonition extends CustomBlock {
    /** The author's word; null where there is but a title. */
    final @Nullable String kind;

    Admonition(@Nullable String kind) {
      this.kind = kind;
    }
  }

  /** Of blocks, while it is parsed. */
  static final class Container extends CustomBlock {}

  /** Of inlines; of none where the author wants none. */
  static final class Label extends CustomBlock {}

  /** Of terms and definitions. */
  static final class DefinitionList extends CustomBlock {}

  /** Of inlines. */
  static final class Term extends CustomBlock {}

  /** Of blocks. */
  static final class Definition extends CustomBlock {
    /** Whether a blank line, or a paragraph's own mark in HTML, sets it off. */
    final boolean loose;

    /** Whether the last line of it that was met is blank; while it is parsed. */
    boolean endsBlank;

    Definition(boolean loose) {
      this.loose = loose;
    }
  }

  /** Of stanzas. */
  static final class Verse extends CustomBlock {}

  /** Of lines of verse. */
  static final class Stanza extends CustomBlock {}

  /** Of inlines. */
  static final class VerseLine extends CustomBlock {
    final int indent;

    VerseLine(int indent) {
      this.indent = indent;
    }
  }

  /** HTML's names for the model's phrases. */
  static final Map<String, Phrase.Kind> PHRASES =
      Map.ofEntries(
          Map.entry("em", Phrase.Kind.EMPHASIS),
          Map.entry("strong", Phrase.Kind.STRONG),
          Map.entry("i", Phrase.Kind.ITALIC),
          Map.entry("b", Phrase.Kind.BOLD),
          Map.entry("u", Phrase.Kind.UNDERLINE),
          Map.entry("del", Phrase.Kind.DELETED),
          Map.entry("s", Phrase.Kind.DELETED),
          Map.entry("strike", Phrase.Kind.DELETED),
          Map.entry("ins", Phrase.Kind.INSERTED),
          Map.entry("sub", Phrase.Kind.SUBSCRIPT),
          Map.entry("sup", Phrase.Kind.SUPERSCRIPT),
          Map.entry("kbd", Phrase.Kind.KEYBOARD),
          Map.entry("mark", Phrase.Kind.MARK),
          Map.entry("small", Phrase.Kind.SMALL));

  static List<Node> children(Node parent) {
    List<Node> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }

  /**
   * Every node below one, parents before their children. The reader may change what is below the
   * node it is given, and may unlink it.
   */
  static void walk(Node parent, Consumer<Node> reader) {
    for (Node child : children(parent)) {
      reader.accept(child);
      walk(child, reader);
      if (child instanceof HtmlTable table && table.caption != null) {
        walk(table.caption, reader);
      }
    }
  }

  /** The words below a node, one space for a line's end. */
  static String text(Node parent) {
    StringBuilder words = new StringBuilder();
    walk(
        parent,
        node -> {
          switch (node) {
            case Text text -> words.append(text.getLiteral());
            case Code code -> words.append(code.getLiteral());
            case FormulaParsers.Formula formula -> words.append(formula.written());
            case SoftLineBreak softBreak -> words.append(' ');
            case HardLineBreak hardBreak -> words.append(' ');
            default -> {}
          }
        });
    return words.toString();
  }

  /** Hands a node's children on to another. */
  static void move(Node from, Node to) {
    for (Node child : children(from)) {
      to.appendChild(child);
    }
  }
}
