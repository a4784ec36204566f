package offprint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import offprint.document.Inline.Phrase;
import offprint.source.Source;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PunctuationTest {
  private static String turned(String markdown, String language) {
    Node document =
        Parser.builder()
            .extensions(List.of(AutolinkExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build()
            .parse(markdown);
    new Punctuation(language, new Source("a.md", null, markdown)).apply(document);
    return MarkdownRenderer.builder().build().render(document).strip().replace("\\", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"Yes,\" she said.|“Yes,” she said.",
        "'Yes,' she said.|‘Yes,’ she said.",
        "\"He said 'no' to me.\"|“He said ‘no’ to me.”",
        "\"'No,' he said.\"|“‘No,’ he said.”",
        "\"He said 'no.'\"|“He said ‘no.’”",
        "\"He said \"no\" to me.\"|“He said ‘no’ to me.”",
        "'He said \"no\" to me.'|‘He said “no” to me.’",
        "Pakistan's|Pakistan’s",
        "the ships' crews|the ships’ crews",
        "James' boat|James’ boat",
        "\"the ships' crews\"|“the ships’ crews”",
        "'the ships' crews were lost'|‘the ships’ crews were lost’",
        "'Tis and 'twas|’Tis and ’twas",
        "the '90s and '68|the ’90s and ’68",
        "the 1990's|the 1990’s",
        "rock 'n' roll|rock ’n’ roll",
        "rock'n'roll|rock’n’roll",
        "get 'em|get ’em",
        "I don't, you can't've|I don’t, you can’t’ve",
        "6'2\" tall|6′2″ tall",
        "at 40° 26' 46\" N and 79°58'|at 40° 26′ 46″ N and 79°58′",
        "a 5\" disk|a 5\" disk",
        "\"a 5\" disk\"|“a 5\" disk”",
        "\"He is 6'2\" tall.\"|“He is 6′2″ tall.”",
        "\"in the summer of 1969' or '70\"|“in the summer of 1969' or ’70”",
        "\"in 1999\" and after|“in 1999” and after",
        "(\"so\")|(“so”)",
        "\"so\"--he said|“so”–he said",
        "he said---\"so\"|he said—“so”",
        "\"so---\"|“so—”",
        "\"...and so on\"|“…and so on”",
        "wait...|wait…",
        "wait....|wait….",
        "1914--1918|1914–1918",
        "no---never|no—never",
        "---- and -----|---- and -----",
        "use --verbose here|use --verbose here",
        "a --> b|a --> b",
        "look in .../src|look in .../src",
        "\"open *and closed\"* there|“open *and closed”* there",
        "*\"open* and closed\"|*“open* and closed”",
        "\"*open*\"|“*open*”",
        "[\"linked](/x) words\"|[“linked](/x) words”",
        "\"`code`\"|“`code`”",
        "`\"code\" -- it's...`|`\"code\" -- it's...`",
        "“curly with 'straight' in”|“curly with ‘straight’ in”",
        "“curly to straight\" end|“curly to straight” end",
        "\"straight to curly” end|“straight to curly” end",
        "“a” and \"b\" and “c”|“a” and “b” and “c”",
        "“He said \"no\" to me.”|“He said ‘no’ to me.”",
        "“It *is* 5\" wide”|“It *is* 5\" wide”",
        "it’s \"so\"|it’s “so”",
        "<https://example.org/a--b'c>|[https://example.org/a--b'c](https://example.org/a--b'c)",
        "ftp://example.org/a--b...c ok|[ftp://example.org/a--b...c](ftp://example.org/a--b...c) ok",
        "a<b>\"c\"</b>|a<b>“c”</b>",
        "<code>\"x\"</code> \"y\"|<code>\"x\"</code> “y”",
        "&quot;so&quot;|“so”",
        "\"unclosed start|“unclosed start",
      })
  void englishIsSet(String straight, String set) {
    assertThat(turned(straight, "en")).isEqualTo(set);
    assertThat(turned(set, "en")).as("set once more").isEqualTo(set);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "en-GB|“Ja”, “er ‘so’ da”",
        "de|„Ja“, „er ‚so‘ da“",
        "de-AT|„Ja“, „er ‚so‘ da“",
        "de-CH|«Ja», «er ‹so› da»",
        "fr|«\u202fJa\u202f», «\u202fer “so” da\u202f»",
        "es|«Ja», «er “so” da»",
        "it|«Ja», «er “so” da»",
        "pt|“Ja”, “er ‘so’ da”",
        "nl|“Ja”, “er ‘so’ da”",
        "sv|”Ja”, ”er ’so’ da”",
        "da|”Ja”, ”er ’so’ da”",
        "nb|«Ja», «er ‘so’ da»",
        "fi|”Ja”, ”er ’so’ da”",
        "pl|„Ja”, „er «so» da”",
        "cs|„Ja“, „er ‚so‘ da“",
        "ru|«Ja», «er „so“ da»",
        "uk|«Ja», «er „so“ da»",
        "hu|„Ja”, „er »so« da”",
        "el|«Ja», «er “so” da»",
        "xx|“Ja”, “er ‘so’ da”",
      })
  void everyLanguageHasItsOwn(String language, String set) {
    assertThat(turned("\"Ja\", \"er 'so' da\"", language)).isEqualTo(set);
    assertThat(turned(set, language)).as("set once more").isEqualTo(set);
  }

  @Test
  void whatStandsBehindABackslashStays() {
    Node document =
        Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build()
            .parse("\\\"so\\\" \\-- &amp; \"so\"");
    Source source = new Source("a.md", null, "\\\"so\\\" \\-- &amp; \"so\"");
    new Punctuation("en", source).apply(document);
    assertThat(Words.lines(document)).isEqualTo("\"so\" -- & “so”");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "fr|l'\"amour\" et \"l'\"ami\" dit\"|l’«\u202famour\u202f» et «\u202fl’“ami” dit\u202f»",
        "it|dell'\"Opera\" negli anni '60|dell’«Opera» negli anni ’60",
        "nl|'s morgens in 't bos, 'ja' en zo'n 's-Gravenhage|’s morgens in ’t bos, ‘ja’ en zo’n"
            + " ’s-Gravenhage",
        "nl|de letter 's' niet|de letter ‘s’ niet",
        "de|'s ist 'ne \"Schau\", 'so' war's|’s ist ’ne „Schau“, ‚so‘ war’s",
      })
  void anApostropheBeginsNoQuotation(String language, String straight, String set) {
    assertThat(turned(straight, language)).isEqualTo(set);
    assertThat(turned(set, language)).as("set once more").isEqualTo(set);
  }

  @Test
  void aNoteInTheLineIsATextOfItsOwn() {
    String markdown = "\"so^[a \"note\" it is] it\" is";
    Node document =
        Parser.builder()
            .extensions(List.of(FootnotesExtension.builder().inlineFootnotes(true).build()))
            .build()
            .parse(markdown);
    new Punctuation("en").apply(document.getFirstChild());
    assertThat(Words.lines(document)).isEqualTo("“soa “note” it is it” is");
  }

  @Test
  void keysStayAsTheyAre() {
    Node paragraph = new Paragraph();
    Node keys = new Nodes.HtmlPhrase(Phrase.Kind.KEYBOARD, null);
    keys.appendChild(new Text("'a'"));
    paragraph.appendChild(keys);
    paragraph.appendChild(new Text(" is \"it\""));
    new Punctuation("en").apply(paragraph);
    assertThat(Words.lines(paragraph)).isEqualTo("'a' is “it”");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Quoi ? Non ; si !|Quoi_? Non_; si_!",
        "Quoi? Non; si!|Quoi_? Non_; si_!",
        "Il dit : «oui» et « non ».|Il dit+: «_oui_» et «_non_».",
        "Il dit: \"oui!\"|Il dit+: «_oui_!_»",
        "Comment !? À 12:30 (sic!), std::vec|Comment_!? À 12:30 (sic_!), std::vec",
        "à https://a.org/a?b=c; là|à [https://a.org/a?b=c](https://a.org/a?b=c)_; là",
      })
  void frenchMarksHaveTheSpacesOfThePress(String written, String set) {
    assertThat(turned(written, "fr").replace('\u202F', '_').replace('\u00A0', '+')).isEqualTo(set);
  }

  @Test
  void otherLanguagesAndCanadaKeepWhatIsWritten() {
    assertThat(turned("Quoi? Non;", "fr-CA")).isEqualTo("Quoi? Non;");
    assertThat(turned("What? No;", "en")).isEqualTo("What? No;");
  }

  @Test
  void aTextByItselfIsSetToo() {
    assertThat(new Punctuation("en").apply("Pakistan's \"reef\"")).isEqualTo("Pakistan’s “reef”");
    assertThat(new Punctuation("en").apply("")).isEmpty();
  }
}
