package offprint.markdown;

import java.util.ArrayList;
import java.util.List;
import offprint.document.Block;
import offprint.document.Inline;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/** Takes a paragraph apart at the formulas and the pictures in it that stand by themselves. */
final class Displays {
  private Displays() {}

  /** The paragraph in its pieces; one where nothing in it stands so, none where it is empty. */
  static List<Block> parted(List<Inline> content, Place place) {
    Block.Figure captioned = captioned(content, place);
    if (captioned != null) {
      return List.of(captioned);
    }
    List<Block> blocks = new ArrayList<>();
    List<Inline> words = new ArrayList<>();
    Place from = place;
    for (int i = 0; i < content.size(); i++) {
      Inline inline = content.get(i);
      if (inline instanceof Inline.Formula formula && formula.display()) {
        words(words, from, blocks);
        blocks.add(new Block.Formula(formula.tex(), formula.place()));
        words.clear();
        continue;
      }
      Inline.Image image = Inline.picture(inline);
      if (image != null && hasItsLine(content, i)) {
        words(words, from, blocks);
        blocks.add(picture(inline, image));
        words.clear();
        continue;
      }
      if (words.isEmpty() && !blocks.isEmpty()) {
        from = inline.place();
        first(inline, words, blocks);
      } else {
        words.add(inline);
      }
    }
    words(words, from, blocks);
    return blocks;
  }

  // A picture above one line that is emphasised as a whole: so captions are written where there is
  // no other way.
  private static Block.@Nullable Figure captioned(List<Inline> content, Place place) {
    List<Inline> seen = content.stream().filter(inline -> !isBlank(inline)).toList();
    if (seen.size() != 2 || !isLinesEnd(content, content.indexOf(seen.getFirst()) + 1)) {
      return null;
    }
    Inline.Image image = Inline.picture(seen.getFirst());
    return image != null
            && image.title() == null
            && seen.getLast() instanceof Inline.Phrase phrase
            && isEmphasis(phrase)
        ? new Block.Figure(seen.getFirst(), phrase.content(), place)
        : null;
  }

  private static boolean isEmphasis(Inline.Phrase phrase) {
    return switch (phrase.kind()) {
      case EMPHASIS, ITALIC, STRONG, BOLD, SMALL -> true;
      case UNDERLINE, DELETED, INSERTED, SUBSCRIPT, SUPERSCRIPT, KEYBOARD, MARK, SPAN -> false;
    };
  }

  // A picture that its author gave a line below words is shown by itself. One above them stays with
  // what is said of it, and of several lines of pictures all go on in one, as badges do.
  private static boolean hasItsLine(List<Inline> content, int at) {
    boolean above = at == 0 && content.size() > 1;
    return !above
        && isLinesEnd(content, at - 1)
        && isLinesEnd(content, at + 1)
        && !(at > 1 && Inline.picture(content.get(at - 2)) != null)
        && !(at + 2 < content.size() && Inline.picture(content.get(at + 2)) != null);
  }

  private static boolean isLinesEnd(List<Inline> content, int at) {
    return at < 0
        || at == content.size()
        || content.get(at) instanceof Inline.SoftBreak
        || content.get(at) instanceof Inline.LineBreak;
  }

  // With a title it is a figure, and the title its caption.
  private static Block picture(Inline picture, Inline.Image image) {
    return image.title() == null
        ? new Block.Paragraph(List.of(picture), picture.place())
        : new Block.Figure(
            picture, List.of(new Inline.Text(image.title(), image.place())), picture.place());
  }

  // Behind a formula: the point that ends its sentence is part of it; a line's end says nothing.
  private static void first(Inline inline, List<Inline> words, List<Block> blocks) {
    switch (inline) {
      case Inline.SoftBreak line -> {}
      case Inline.LineBreak line -> {}
      case Inline.Text text -> {
        String rest = text.text();
        if (rest.matches("(?s)[.,;:].*") && blocks.getLast() instanceof Block.Formula formula) {
          blocks.set(
              blocks.size() - 1,
              new Block.Formula(formula.tex() + rest.charAt(0), formula.place()));
          rest = rest.substring(1);
        }
        rest = rest.stripLeading();
        if (!rest.isEmpty()) {
          words.add(new Inline.Text(rest, text.place()));
        }
      }
      default -> words.add(inline);
    }
  }

  private static void words(List<Inline> words, Place place, List<Block> blocks) {
    List<Inline> kept = new ArrayList<>(words);
    if (!blocks.isEmpty() || !words.isEmpty()) {
      while (!kept.isEmpty() && isBlank(kept.getLast())) {
        kept.removeLast();
      }
    }
    if (!kept.isEmpty()) {
      blocks.add(new Block.Paragraph(kept, place));
    }
  }

  private static boolean isBlank(Inline inline) {
    return switch (inline) {
      case Inline.SoftBreak line -> true;
      case Inline.LineBreak line -> true;
      case Inline.Text text -> text.text().isBlank();
      default -> false;
    };
  }
}
