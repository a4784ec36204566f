package offprint.composition;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import offprint.document.Direction;
import offprint.document.Inline;
import offprint.document.LinkList;
import offprint.document.Sighting;
import offprint.document.Spot;
import offprint.document.Wording;
import offprint.galley.Galley;
import offprint.galley.Slug;
import offprint.page.Mark;
import offprint.page.Structure;
import offprint.paragraph.Copy;
import offprint.paragraph.InlineCompositor;
import offprint.paragraph.Job;
import offprint.style.Element;
import offprint.style.Style;
import offprint.style.Tag;
import org.jspecify.annotations.Nullable;

/** Sets the closing list of links. */
final class LinkListCompositor {
  private final Job job;
  private final Boxes boxes;
  private final InlineCompositor inlines;
  private final ParagraphCompositor paragraphs;
  private final ListCompositor lists;

  LinkListCompositor(
      Job job,
      Boxes boxes,
      InlineCompositor inlines,
      ParagraphCompositor paragraphs,
      ListCompositor lists) {
    this.job = job;
    this.boxes = boxes;
    this.inlines = inlines;
    this.paragraphs = paragraphs;
    this.lists = lists;
  }

  /**
   * The closing list of links.
   *
   * @param pages on which each link is used, by its number
   */
  Galley set(Structure.Element root, Supplier<Map<Integer, SortedSet<Integer>>> pages) {
    Galley galley = new Galley();
    LinkList links = job.document().links();
    if (!links.isShown()) {
      return galley;
    }
    Level level = new Level(Job.body(), root, galley, 0, job.measure());
    String language = job.language();
    // Behind the body's last block, so that the theme's rules for what follows something fit.
    level.next(Tag.ABOUT);
    Boxes.Box section = boxes.open(level, level.next(Tag.LINKS), root.add(Structure.Role.SECTION));
    level.galley.section(1);
    level.galley.onNext(List.of(), Slug.Extras.at(Spot.of(links)));
    paragraphs.paragraph(
        List.of(new Inline.Text(Wording.of(language).links(), job.place())),
        section.inner(),
        Tag.LINKS_HEADING,
        Structure.Role.HEADING_2);
    if (!links.entries().isEmpty()) {
      entries(links, section.inner(), pages.get());
    }
    if (!links.placeholders().isEmpty()) {
      level.galley.onNext(List.of(), Slug.Extras.at(Spot.of(links.placeholders().getFirst())));
      paragraphs.plain(
          String.join("", Wording.of(language).placeholders(links.placeholders())),
          section.inner(),
          Tag.PLACEHOLDERS);
    }
    boxes.close(section, level);
    return galley;
  }

  private void entries(LinkList links, Level level, Map<Integer, SortedSet<Integer>> pages) {
    Structure.Element list =
        level.structure.add(Structure.Role.LIST).numbering(Structure.Numbering.DECIMAL);
    Boxes.Box box = boxes.open(level, level.next(Tag.LINKS_LIST), list);
    String language = job.language();
    for (LinkList.Entry entry : links.entries()) {
      Structure.Element item = list.add(Structure.Role.LIST_ITEM);
      Structure.Element label = item.add(Structure.Role.LABEL);
      Structure.Element said = item.add(Structure.Role.LIST_BODY);
      Element element = box.inner().next(Tag.LINK);
      Level inner = new Level(element, said, level.galley, box.inner().left, box.inner().measure);
      Boxes.Box itemBox = boxes.open(box.inner(), element, said);
      lists.marker(entry.number() + ".", itemBox.inner(), job.theme().style(element), label);
      level.galley.onNext(
          List.of(new Mark.Anchor(InlineCompositor.linkAnchor(entry), 0, 0)), Slug.Extras.NONE);
      Copy copy = new Copy();
      copy.read(Direction.of(language));
      if (!entry.bare()) {
        Element words = element.child(Tag.LINK_WORDS, null);
        inlines.label(copy, entry.words().strip() + " ", words, said, language, Spot.of(entry));
      }
      address(copy, entry, element, said, language);
      SortedSet<Integer> used = pages.getOrDefault(entry.number(), new TreeSet<>());
      if (!used.isEmpty()) {
        Element where = element.child(Tag.LINK_PAGES, null);
        Wording wording = Wording.of(language);
        String page = wording.beforePage() + joined(used) + wording.behindPage();
        // Neither "p. 7" nor the last of several numbers stands in a line of its own.
        inlines.label(copy, "\u00A0" + page, where, said, language);
      }
      seen(copy, entry, String.valueOf(Copy.FORCED), element, said, language);
      paragraphs.lines(
          copy, itemBox.inner(), job.theme().style(element), entry.places().getFirst());
      boxes.close(itemBox, box.inner());
    }
    boxes.close(box, level);
  }

  void address(
      Copy copy,
      LinkList.Entry entry,
      Element element,
      Structure.Element structure,
      String language) {
    Spot spot = entry.bare() ? Spot.of(entry) : Spot.of(entry).behind(entry.words());
    address(copy, entry.address(), entry.shown(), element, structure, language, spot);
  }

  /**
   * What is known from having looked at the address, where anything need be said.
   *
   * @param before what parts it from the words before
   */
  void seen(
      Copy copy,
      LinkList.Entry entry,
      String before,
      Element element,
      Structure.Element structure,
      String language) {
    String words = Wording.of(language).seen(entry);
    if (words == null) {
      return;
    }
    Element seen = element.child(Tag.LINK_SEEN, null);
    Sighting.Copy archived = entry.copy();
    inlines.label(copy, before + words + (archived == null ? "" : " "), seen, structure, language);
    if (archived != null) {
      address(copy, archived.address(), archived.address(), seen, structure, language, null);
    }
  }

  private void address(
      Copy copy,
      String address,
      String shown,
      Element element,
      Structure.Element structure,
      String language,
      @Nullable Spot spot) {
    Style style = job.theme().style(element.child(Tag.ADDRESS, null));
    Structure.Element link = structure.add(Structure.Role.LINK).alternative(address);
    Copy.Use use = new Copy.Use(link, new Mark.Destination.Address(address), address, 0);
    copy.add(shown, style, language, link.content(), Copy.Division.ADDRESS, false, use, spot);
  }

  private static String joined(SortedSet<Integer> pages) {
    String last = pages.last().toString();
    String others =
        String.join(", ", pages.headSet(pages.last()).stream().map(String::valueOf).toList());
    return others.isEmpty() ? last : others + ",\u00A0" + last;
  }
}
