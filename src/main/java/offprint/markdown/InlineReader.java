package offprint.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import offprint.document.Inline;
import offprint.document.Inline.Image.Extent;
import offprint.document.Inline.Phrase;
import offprint.document.Inline.Target;
import offprint.markdown.Nodes.Embed;
import offprint.markdown.Nodes.HtmlAbbreviation;
import offprint.markdown.Nodes.HtmlPhrase;
import offprint.source.Asset;
import offprint.source.Findings;
import offprint.source.Pictures;
import offprint.source.Place;
import offprint.source.Source;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.ext.footnotes.InlineFootnote;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.image.attributes.ImageAttributes;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Reads what stands in a line. Links and notes are numbered in the order in which it is read. */
final class InlineReader {
  private final Source source;
  private final Places places;
  private final References references;
  private final Notes notes;
  private final Pictures pictures;
  private final FormulaReader formulas;
  private final Findings findings;
  private boolean insideLink;

  InlineReader(
      Source source,
      Places places,
      References references,
      Notes notes,
      Pictures pictures,
      FormulaReader formulas,
      Findings findings) {
    this.source = source;
    this.places = places;
    this.references = references;
    this.notes = notes;
    this.pictures = pictures;
    this.formulas = formulas;
    this.findings = findings;
  }

  /** All that stands below a node. */
  List<Inline> read(Node parent) {
    return read(Nodes.children(parent));
  }

  List<Inline> read(List<Node> nodes) {
    List<Inline> content = new ArrayList<>();
    for (Node node : nodes) {
      read(node, content);
    }
    return content;
  }

  private void read(Node node, List<Inline> to) {
    Place place = places.of(node);
    switch (node) {
      case Text text -> text(text, place, to);
      case SoftLineBreak softBreak -> {
        // Behind a line's end that the author wants, the one in the source says nothing more, and
        // nothing behind a picture that is left out at the head of its paragraph.
        boolean says = !to.isEmpty() && !(to.getLast() instanceof Inline.LineBreak);
        if (says && !WideText.goesOnAt(softBreak)) {
          to.add(new Inline.SoftBreak(place));
        }
      }
      case HardLineBreak hardBreak -> to.add(new Inline.LineBreak(place));
      case Code code -> to.add(new Inline.Code(code.getLiteral(), place));
      case FormulaParsers.Formula formula -> to.add(formulas.inline(formula, place));
      case Emphasis emphasis -> phrase(Phrase.Kind.EMPHASIS, null, node, place, to);
      case StrongEmphasis strong -> phrase(Phrase.Kind.STRONG, null, node, place, to);
      case Strikethrough deleted -> phrase(Phrase.Kind.DELETED, null, node, place, to);
      case HtmlPhrase phrase -> phrase(phrase.kind, phrase.language, node, place, to);
      case HtmlAbbreviation abbreviation ->
          to.add(new Inline.Abbreviation(read(node), abbreviation.expansion, place));
      case Link link -> link(link, place, to);
      case Image image -> image(image, place, to);
      case FootnoteReference reference -> {
        Inline.@Nullable NoteReference mark = notes.mark(reference);
        String written = "[^" + reference.getLabel() + "]";
        if (mark == null) {
          missingNote(written, place);
        }
        to.add(mark != null ? mark : new Inline.Text(written, place));
      }
      case InlineFootnote note -> to.add(notes.mark(note));
      // What an extension adds and the model has no word for keeps its words.
      default -> to.addAll(read(node));
    }
  }

  private void text(Text text, Place place, List<Inline> to) {
    String words = text.getLiteral();
    if (words.isEmpty()) {
      return;
    }
    lostMarks(text, words);
    if (!to.isEmpty() && to.getLast() instanceof Inline.Text before) {
      to.set(to.size() - 1, new Inline.Text(before.text() + words, before.place()));
    } else {
      to.add(new Inline.Text(words, place));
    }
  }

  private static final Pattern NOTE_MARK = Pattern.compile("\\[\\^[^\\]\\s]+\\]");

  private void lostMarks(Text text, String words) {
    int offset = Places.offset(text);
    if (offset < 0 || !words.contains("[^")) {
      return;
    }
    Matcher matcher = NOTE_MARK.matcher(words);
    int from = offset;
    while (matcher.find()) {
      int at = source.text().indexOf(matcher.group(), from);
      // One that the author escaped is meant as it stands.
      if (at < 0 || at > from + 5 * words.length()) {
        return;
      }
      if (at == 0 || source.text().charAt(at - 1) != '\\') {
        missingNote(matcher.group(), places.at(at));
      }
      from = at + matcher.group().length();
    }
  }

  private void missingNote(String mark, Place place) {
    findings.warning(
        "missing-note",
        place,
        "the mark " + mark + " has no note",
        "write the note, '" + mark + ": ...', in a paragraph of its own");
  }

  private void phrase(
      Phrase.Kind kind, @Nullable String language, Node node, Place place, List<Inline> to) {
    List<Inline> content = read(node);
    if (!content.isEmpty()) {
      to.add(new Phrase(kind, content, language, place));
    }
  }

  private void link(Link link, Place place, List<Inline> to) {
    if (insideLink) {
      to.addAll(read(link));
      return;
    }
    insideLink = true;
    List<Inline> content = read(link);
    insideLink = false;
    Target target = references.target(link.getDestination(), Inline.text(content), place);
    to.add(new Inline.Link(content, target, link.getTitle(), place));
  }

  /** How MkDocs' themes and GitHub tell the one of two pictures that is for dark screens. */
  private static final Pattern FOR_NIGHT = Pattern.compile("#(?:only-dark|gh-dark-mode-only)$");

  private void image(Image image, Place place, List<Inline> to) {
    String address = image.getDestination().strip();
    String alternative = alternative(image).strip();
    if (FOR_NIGHT.matcher(address).find()) {
      findings.info(
          "night-picture",
          place,
          "the picture '" + address + "' is for white words on black, and is left out",
          null);
      if (!to.isEmpty() && to.getLast() instanceof Inline.SoftBreak) {
        to.removeLast();
      }
      return;
    }
    if (isRemote(address)) {
      findings.warning(
          "remote-picture",
          place,
          "the picture '" + address + "' is elsewhere, and nothing is fetched",
          "put it beside the article");
      remote(address, alternative, image, place, to);
      return;
    }
    @Nullable Asset asset = TemplateTags.isIn(address) ? null : picture(image, address, place);
    if (asset == null) {
      String words = alternative.isEmpty() && image instanceof Embed ? address : alternative;
      if (!words.isEmpty()) {
        to.add(new Inline.Text(words, place));
      }
      return;
    }
    if (alternative.isEmpty()) {
      findings.warning(
          "picture-without-alternative",
          place,
          "the picture '" + asset.path() + "' has no words for those who cannot see it",
          "say in its brackets what it shows");
    }
    Map<String, String> attributes = attributes(image);
    to.add(
        new Inline.Image(
            asset,
            alternative,
            image.getTitle(),
            extent(attributes.get("width"), place),
            extent(attributes.get("height"), place),
            place));
  }

  private void remote(
      String address, String alternative, Image image, Place place, List<Inline> to) {
    String words = alternative.isEmpty() ? address : alternative;
    List<Inline> content = List.of(new Inline.Text(words, place));
    if (insideLink) {
      to.addAll(content);
    } else {
      Target target = references.target(address, words, place);
      to.add(new Inline.Link(content, target, image.getTitle(), place));
    }
  }

  private @Nullable Asset picture(Image image, String address, Place place) {
    if (address.regionMatches(true, 0, "data:", 0, 5)) {
      return pictures.readData(address, place);
    }
    if (address.isEmpty()) {
      findings.error("missing-picture", place, "a picture without an address", "write its path");
      return null;
    }
    return image instanceof Embed
        ? pictures.readFromElsewhere(address, place)
        : pictures.read(address, place);
  }

  private static boolean isRemote(String address) {
    @Nullable String scheme = Address.of(address).scheme();
    return address.startsWith("//")
        || scheme != null
            && List.of("http", "https", "ftp").contains(scheme.toLowerCase(Locale.ROOT));
  }

  // The words of what stands in the brackets (CommonMark 0.31.2, section 6.4).
  private static String alternative(Node node) {
    StringBuilder words = new StringBuilder();
    for (Node child : Nodes.children(node)) {
      switch (child) {
        case Text text -> words.append(text.getLiteral());
        case Code code -> words.append(code.getLiteral());
        case FormulaParsers.Formula formula -> words.append(formula.written());
        case SoftLineBreak softBreak -> words.append(' ');
        case HardLineBreak hardBreak -> words.append(' ');
        default -> words.append(alternative(child));
      }
    }
    return words.toString();
  }

  private static Map<String, String> attributes(Image image) {
    for (Node child : Nodes.children(image)) {
      if (child instanceof ImageAttributes attributes) {
        return attributes.getAttributes();
      }
    }
    return Map.of();
  }

  private static final Pattern EXTENT = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)(px|%)?");

  private @Nullable Extent extent(@Nullable String written, Place place) {
    if (written == null) {
      return null;
    }
    Matcher matcher =
        EXTENT.matcher(written.replaceAll("[\"']", "").strip().toLowerCase(Locale.ROOT));
    double amount = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
    if (amount <= 0) {
      findings.warning(
          "picture-extent",
          place,
          "'" + written + "' is no width or height",
          "write a number of pixels, or per cent: 320, 320px, 50%");
      return null;
    }
    return new Extent(amount, "%".equals(matcher.group(2)));
  }
}
