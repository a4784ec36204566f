package offprint.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import offprint.document.Block;
import offprint.document.Inline;
import offprint.paragraph.CodeLine;
import offprint.paragraph.Copy;
import offprint.paragraph.Gauge;
import offprint.paragraph.InlineCompositor;
import offprint.paragraph.Job;
import offprint.paragraph.LineEnds;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Tag;
import offprint.table.Bulk.Flow;

/** Gauges what stands in a table's cells before it is set: of drafts, that belong to nothing. */
final class CellGauge {
  /** Code may be cut anywhere, but not to shreds. */
  private static final int CODE_PIECE = 14;

  /** A picture is made as small as this, in points, before a word is divided. */
  private static final double PICTURE = 60;

  /** The words of a table in a cell are reckoned as of this width, in points. */
  private static final double INNER_WORD = 20;

  private final Job job;
  private final InlineCompositor inlines;
  private final LineEnds lineEnds = new LineEnds();

  CellGauge(Job job, InlineCompositor inlines) {
    this.job = job;
    this.inlines = inlines;
  }

  /**
   * @param element of the cell
   * @param measure of the table, in points
   */
  Bulk bulk(Block.Table.Cell cell, Element element, double measure) {
    Walk walk = new Walk(measure);
    if (TableSetter.isLine(cell)) {
      walk.words(((Block.Paragraph) cell.content().getFirst()).content(), element, 0, 0);
    } else {
      walk.blocks(cell.content(), element, 0);
    }
    return new Bulk(walk.flows);
  }

  private final class Walk {
    private final double measure;
    private final List<Flow> flows = new ArrayList<>();

    Walk(double measure) {
      this.measure = measure;
    }

    void blocks(List<Block> blocks, Element element, double inset) {
      Element next = null;
      for (Block block : blocks) {
        next = element.child(Tag.of(block), next);
        Style style = job.theme().style(next);
        block(block, next, inset + sides(style), flows.isEmpty() ? 0 : style.margin().top());
      }
    }

    private double sides(Style style) {
      return style.margin().left()
          + style.margin().right()
          + style.padding().left()
          + style.padding().right()
          + style.border().left().width();
    }

    private void block(Block block, Element element, double inset, double above) {
      switch (block) {
        case Block.Heading heading -> words(heading.content(), element, inset, above);
        case Block.Paragraph paragraph -> words(paragraph.content(), element, inset, above);
        case Block.BlockQuote quote -> blocks(quote.content(), element, inset);
        case Block.Alert alert -> blocks(alert.content(), element, inset);
        case Block.BulletList list -> items(list.items(), element, inset);
        case Block.OrderedList list -> items(list.items(), element, inset);
        case Block.DefinitionList list -> definitions(list, element, inset);
        case Block.Verse verse -> verse(verse, element, inset, above);
        case Block.CodeBlock code -> code(code, element, inset, above);
        case Block.Formula formula -> {
          Inline shown = new Inline.Formula(formula.tex(), formula.tex(), true, formula.place());
          words(List.of(shown), element, inset, above);
        }
        case Block.ThematicBreak line -> {}
        case Block.Table table -> table(table, element, inset, above);
        case Block.Figure figure -> words(List.of(figure.picture()), element, inset, above);
      }
    }

    private void items(List<Block.ListItem> items, Element element, double inset) {
      Element next = null;
      for (Block.ListItem item : items) {
        next = element.child(Tag.of(item), next);
        blocks(item.content(), next, inset + sides(job.theme().style(next)));
      }
    }

    private void definitions(Block.DefinitionList list, Element element, double inset) {
      Element next = null;
      for (Block.DefinitionList.Entry entry : list.entries()) {
        for (Block.DefinitionList.Term term : entry.terms()) {
          next = element.child(Tag.TERM, next);
          words(term.content(), next, inset, 0);
        }
        for (Block.DefinitionList.Definition definition : entry.definitions()) {
          next = element.child(Tag.DEFINITION, next);
          blocks(definition.content(), next, inset + sides(job.theme().style(next)));
        }
      }
    }

    private void verse(Block.Verse verse, Element element, double inset, double above) {
      for (Block.Verse.Stanza stanza : verse.stanzas()) {
        for (Block.Verse.Line line : stanza.lines()) {
          words(line.content(), element, inset, above);
        }
      }
    }

    private void code(Block.CodeBlock code, Element element, double inset, double above) {
      Style style = job.theme().style(element.child(Tag.of("code"), null));
      List<Flow.Word> words = new ArrayList<>();
      for (CodeLine line : CodeLine.of(code.text(), List.of())) {
        String text = line.text();
        for (int from = 0; from == 0 || from < text.length(); from += CODE_PIECE) {
          int to = Math.min(text.length(), from + CODE_PIECE);
          double width = job.type().width(text.substring(from, to), style, job.language());
          words.add(new Flow.Word(width, 0, width, to == text.length()));
        }
      }
      flows.add(new Flow(inset, words, job.theme().style(element).leading(), above, 0));
    }

    // A table in a cell: each of its rows as wide as its cells, and about as deep as its text.
    private void table(Block.Table table, Element element, double inset, double above) {
      Style style = job.theme().style(element);
      for (List<Block.Table.Row> rows : List.of(table.head(), table.body())) {
        for (Block.Table.Row row : rows) {
          double narrow = 0;
          double wide = 0;
          for (Block.Table.Cell cell : row.cells()) {
            Bulk bulk = bulk(cell, element, measure);
            narrow += bulk.narrowest(false) + style.size();
            wide += bulk.widest() + style.size();
          }
          List<Flow.Word> words = new ArrayList<>();
          words.add(new Flow.Word(narrow, 0, narrow, false));
          for (double rest = wide - narrow; rest > 0; rest -= INNER_WORD) {
            words.add(new Flow.Word(Math.min(rest, INNER_WORD), 0, 0, false));
          }
          flows.add(new Flow(inset, words, style.leading(), above, 0));
        }
      }
    }

    void words(List<Inline> content, Element element, double inset, double above) {
      Style style = job.theme().style(element);
      Copy copy = inlines.draft(content, element, job.language(), measure);
      double rest = 0;
      for (Copy.Run run : copy.runs()) {
        if (run.inset() instanceof Copy.Inset.Picture picture) {
          rest = Math.max(rest, picture.height() - style.leading());
        }
      }
      List<Flow.Word> words = words(copy, style);
      if (!words.isEmpty() && style.indent() > 0) {
        words.set(0, words.getFirst().indented(style.indent()));
      }
      flows.add(new Flow(inset, words, style.leading(), above, Math.max(0, rest)));
    }

    private List<Flow.Word> words(Copy copy, Style style) {
      Gauge gauge = new Gauge(job.type(), copy);
      String text = copy.text();
      List<Flow.Word> words = new ArrayList<>();
      int start = 0;
      int word = 0; // where the word begins that this may be a piece of
      for (int end : ends(copy)) {
        int to = end;
        while (to > start
            && (Copy.isBlank(text.charAt(to - 1)) || text.charAt(to - 1) == Copy.FORCED)) {
          to--;
        }
        if (end > start) {
          double width = gauge.width(word, to) - gauge.width(word, start);
          boolean ended = end > to && text.indexOf(Copy.FORCED, to) == end - 1;
          double blank = end > to && !ended ? gauge.width(to, end) : 0;
          boolean picture = to == start + 1 && text.charAt(start) == Copy.OBJECT;
          double piece =
              picture ? Math.min(PICTURE, width) : Math.min(width, piece(copy, style, start, to));
          words.add(new Flow.Word(picture ? piece : width, blank, piece, ended));
        }
        start = end;
        word = end > to ? end : word;
      }
      return words;
    }

    /** Between words, and where the author ends a line. */
    private Set<Integer> ends(Copy copy) {
      Set<Integer> ends = new TreeSet<>();
      for (int end : lineEnds.between(copy)) {
        ends.add(end);
      }
      for (int at = copy.text().indexOf(Copy.FORCED);
          at >= 0;
          at = copy.text().indexOf(Copy.FORCED, at + 1)) {
        ends.add(at + 1);
      }
      return ends;
    }

    /**
     * How wide the wider part is of a word that is divided once, at its best place, or the widest
     * of code that is parted wherever it may be.
     */
    private double piece(Copy copy, Style style, int start, int to) {
      if (to <= start) {
        return 0;
      }
      Gauge gauge = new Gauge(job.type(), copy);
      double[] offsets = gauge.offsets(start, to);
      double width = offsets[to - start];
      LineEnds.Word word = lineEnds.word(copy, start, to);
      word.hyphenate(style, 1);
      word.partCode(1, 1);
      double least = width;
      double widest = 0;
      int done = 0;
      for (int i = 1; i < to - start; i++) {
        if (word.cost(i) > 0 && !word.hyphen(i)) {
          widest = Math.max(widest, offsets[i] - offsets[done]);
          done = i;
        } else if (word.hyphen(i)) {
          double head = offsets[i] + gauge.hyphen(start + i);
          least = Math.min(least, Math.max(head, width - offsets[i]));
        }
      }
      return done == 0 ? least : Math.max(widest, width - offsets[done]);
    }
  }
}
