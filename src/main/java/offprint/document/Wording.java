package offprint.document;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words that are ours, not the author's, in the article's language: labels, headings, the line
 * about links without an address. The same in both editions. English where we do not know the
 * language.
 *
 * <p>The months are written out here because the JDK's (CLDR's) change from one release to the
 * next, and the bytes would with them.
 */
public final class Wording {
  /** Behind words whose link had no address, where {@link Settings.Placeholders#MARK} is asked. */
  public static final String PLACEHOLDER_MARK = "†";

  /** Behind the first of several authors; Latin, as scholars of all languages write it. */
  public static final String AND_OTHERS = "et al.";

  private static final Wording ENGLISH =
      new Wording(
          List.of("Note", "Tip", "Important", "Warning", "Caution"),
          List.of(
              "Contents",
              "Notes",
              "Links",
              "Text",
              "done",
              "open",
              "back to the text",
              "p.",
              "archived %s at",
              "not found on %s"),
          List.of("About the author", "About the authors", "and"),
          List.of(
              "1 link had no address in the source: ",
              "%d links had no address in the source: ",
              "“",
              "”"),
          "%1$d %2$s %3$d",
          "January February March April May June July August September October November"
              + " December");

  private static final Map<String, Wording> LANGUAGES =
      Map.of(
          "en",
          ENGLISH,
          "de",
          new Wording(
              List.of("Hinweis", "Tipp", "Wichtig", "Warnung", "Vorsicht"),
              List.of(
                  "Inhalt",
                  "Anmerkungen",
                  "Links",
                  "Text",
                  "erledigt",
                  "offen",
                  "zurück zum Text",
                  "S.",
                  "archiviert am %s unter",
                  "am %s nicht gefunden"),
              List.of("Über die Autorin oder den Autor", "Über die Autorinnen und Autoren", "und"),
              List.of(
                  "1 Link hatte in der Vorlage keine Adresse: ",
                  "%d Links hatten in der Vorlage keine Adresse: ",
                  "„",
                  "“"),
              "%1$d. %2$s %3$d",
              "Januar Februar März April Mai Juni Juli August September Oktober November"
                  + " Dezember"),
          "fr",
          new Wording(
              List.of("Note", "Conseil", "Important", "Avertissement", "Attention"),
              List.of(
                  "Sommaire",
                  "Notes",
                  "Liens",
                  "Texte",
                  "fait",
                  "à faire",
                  "retour au texte",
                  "p.",
                  "archivé le %s à l’adresse",
                  "introuvable le %s"),
              List.of("À propos de l’auteur", "À propos des auteurs", "et"),
              List.of(
                  "1 lien n’avait pas d’adresse dans la source\u00a0: ",
                  "%d liens n’avaient pas d’adresse dans la source\u00a0: ",
                  "«\u00a0",
                  "\u00a0»"),
              "%1$d %2$s %3$d",
              "janvier février mars avril mai juin juillet août septembre octobre novembre"
                  + " décembre"),
          "es",
          new Wording(
              List.of("Nota", "Consejo", "Importante", "Advertencia", "Precaución"),
              List.of(
                  "Índice",
                  "Notas",
                  "Enlaces",
                  "Texto",
                  "hecho",
                  "pendiente",
                  "volver al texto",
                  "p.",
                  "archivado el %s en",
                  "no encontrado el %s"),
              List.of("Sobre el autor", "Sobre los autores", "y"),
              List.of(
                  "1 enlace no tenía dirección en el original: ",
                  "%d enlaces no tenían dirección en el original: ",
                  "«",
                  "»"),
              "%1$d de %2$s de %3$d",
              "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
                  + " diciembre"),
          "it",
          new Wording(
              List.of("Nota", "Suggerimento", "Importante", "Avvertenza", "Attenzione"),
              List.of(
                  "Indice",
                  "Note",
                  "Link",
                  "Testo",
                  "fatto",
                  "da fare",
                  "torna al testo",
                  "p.",
                  "archiviato il %s all’indirizzo",
                  "non trovato il %s"),
              List.of("Sull’autore", "Sugli autori", "e"),
              List.of(
                  "1 link non aveva indirizzo nell’originale: ",
                  "%d link non avevano indirizzo nell’originale: ",
                  "«",
                  "»"),
              "%1$d %2$s %3$d",
              "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre"
                  + " novembre dicembre"),
          "pt",
          new Wording(
              List.of("Nota", "Dica", "Importante", "Aviso", "Cuidado"),
              List.of(
                  "Índice",
                  "Notas",
                  "Ligações",
                  "Texto",
                  "feito",
                  "por fazer",
                  "voltar ao texto",
                  "p.",
                  "arquivado a %s em",
                  "não encontrado a %s"),
              List.of("Sobre o autor", "Sobre os autores", "e"),
              List.of(
                  "1 ligação não tinha endereço no original: ",
                  "%d ligações não tinham endereço no original: ",
                  "“",
                  "”"),
              "%1$d de %2$s de %3$d",
              "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro"
                  + " dezembro"),
          "nl",
          new Wording(
              List.of("Opmerking", "Tip", "Belangrijk", "Waarschuwing", "Let op"),
              List.of(
                  "Inhoud",
                  "Noten",
                  "Links",
                  "Tekst",
                  "gedaan",
                  "open",
                  "terug naar de tekst",
                  "p.",
                  "gearchiveerd op %s via",
                  "niet gevonden op %s"),
              List.of("Over de auteur", "Over de auteurs", "en"),
              List.of(
                  "1 link had in de bron geen adres: ",
                  "%d links hadden in de bron geen adres: ",
                  "‘",
                  "’"),
              "%1$d %2$s %3$d",
              "januari februari maart april mei juni juli augustus september oktober november"
                  + " december"));

  private final List<String> alerts;
  private final List<String> labels;
  private final List<String> authors;
  private final List<String> placeholders;
  private final DateForm dateForm;

  private Wording(
      List<String> alerts,
      List<String> labels,
      List<String> authors,
      List<String> placeholders,
      String date,
      String months) {
    this(alerts, labels, authors, placeholders, new DateForm(date, List.of(months.split(" "))));
  }

  private Wording(
      List<String> alerts,
      List<String> labels,
      List<String> authors,
      List<String> placeholders,
      DateForm dateForm) {
    this.alerts = alerts;
    this.labels = labels;
    this.authors = authors;
    this.placeholders = placeholders;
    this.dateForm = dateForm;
  }

  /**
   * How a date is written.
   *
   * @param pattern day, month's name and year, as arguments 1 to 3; empty for the ISO form
   */
  private record DateForm(String pattern, List<String> months) {
    static final DateForm ISO = new DateForm("", List.of());

    String of(LocalDate date) {
      return pattern.isEmpty()
          ? date.toString()
          : String.format(
              Locale.ROOT,
              pattern,
              date.getDayOfMonth(),
              months.get(date.getMonthValue() - 1),
              date.getYear());
    }
  }

  /**
   * @param language a BCP 47 tag
   */
  public static Wording of(String language) {
    Locale locale = Locale.forLanguageTag(language);
    Wording own = LANGUAGES.get(locale.getLanguage());
    if (own == null) {
      // Our labels are English then; names and dates, which are the author's, take no English form.
      List<String> commas = List.of(ENGLISH.authors.get(0), ENGLISH.authors.get(1), "");
      return new Wording(
          ENGLISH.alerts, ENGLISH.labels, commas, ENGLISH.placeholders, DateForm.ISO);
    }
    if (own == ENGLISH && locale.getCountry().equals("US")) {
      return new Wording(
          own.alerts,
          own.labels,
          own.authors,
          own.placeholders,
          new DateForm("%2$s %1$d, %3$d", own.dateForm.months()));
    }
    return own;
  }

  public String alert(Block.Alert.Kind kind) {
    return alerts.get(kind.ordinal());
  }

  /** The heading of the table of contents. */
  public String contents() {
    return labels.get(0);
  }

  /** What the notes are called, all together. */
  public String notes() {
    return labels.get(1);
  }

  /** The heading of the closing list of links. */
  public String links() {
    return labels.get(2);
  }

  /** What the article's own text is called. */
  public String text() {
    return labels.get(3);
  }

  /** A task's state in words. */
  public String task(boolean done) {
    return labels.get(done ? 4 : 5);
  }

  /** What a way back from a note or a list is called. */
  public String back() {
    return labels.get(6);
  }

  /** What stands before the number of a page. */
  public String page() {
    return labels.get(7);
  }

  /**
   * What is said of a link that was looked at; it ends before the address of an archived copy where
   * there is one. Null where nothing need be said.
   */
  public @Nullable String seen(LinkList.Entry link) {
    List<String> said = new ArrayList<>();
    Sighting seen = link.seen();
    if (seen != null && seen.notFound() && seen.checked() != null) {
      LocalDate day = LocalDate.ofInstant(seen.checked(), ZoneOffset.UTC);
      said.add(String.format(Locale.ROOT, labels.get(9), date(day)));
    }
    Sighting.Copy copy = link.copy();
    if (copy != null) {
      said.add(String.format(Locale.ROOT, labels.get(8), date(copy.date())));
    }
    return said.isEmpty() ? null : String.join("; ", said);
  }

  /** What the part about the author is called where the author gave it no heading. */
  public String about(int count) {
    return authors.get(count > 1 ? 1 : 0);
  }

  /** The authors as a byline names them: {@code A, B and C}. */
  public String names(List<String> names) {
    String and = authors.get(2);
    if (names.size() < 2 || and.isEmpty()) {
      return String.join(", ", names);
    }
    int last = names.size() - 1;
    return String.join(", ", names.subList(0, last)) + " " + and + " " + names.get(last);
  }

  /** A date as it is printed. */
  public String date(LocalDate date) {
    return dateForm.of(date);
  }

  /** The line about links without an address, with their words; at least one. */
  public String placeholders(List<LinkList.Placeholder> links) {
    String first =
        links.size() == 1
            ? placeholders.get(0)
            : String.format(Locale.ROOT, placeholders.get(1), links.size());
    return links.stream()
        .map(link -> placeholders.get(2) + link.words().strip() + placeholders.get(3))
        .collect(Collectors.joining(", ", first, "."));
  }
}
