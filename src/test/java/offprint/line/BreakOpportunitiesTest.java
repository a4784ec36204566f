package offprint.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BreakOpportunitiesTest {
  @Test
  void aLineEndsBehindBlanks() {
    assertThat(marked("one two  three")).isEqualTo("one |two  |three");
    assertThat(marked("")).isEmpty();
    assertThat(marked(" one ")).isEqualTo(" one ");
  }

  @Test
  void noLineEndsAfterWhatOpensOrBeforeWhatCloses() {
    assertThat(marked("a (b) “c” [d] ‘e’, f")).isEqualTo("a |(b) |“c” |[d] |‘e’, |f");
    assertThat(marked("a ( b ) c")).isEqualTo("a |( b ) |c");
    assertThat(marked("dit « oui » et")).isEqualTo("dit |« oui » |et");
    assertThat(marked("so ? yes … or")).isEqualTo("so ? |yes … |or");
  }

  @Test
  void anEllipsisMayBeginAWord() {
    assertThat(marked("he said …nothing")).isEqualTo("he |said |…nothing");
  }

  @Test
  void aLineEndsAfterAnEmDashButNotBeforeIt() {
    assertThat(marked("one—two")).isEqualTo("one—|two");
    assertThat(marked("one — two")).isEqualTo("one — |two");
    assertThat(marked("“one—” he")).isEqualTo("“one—” |he");
    assertThat(marked("one—“two”")).isEqualTo("one—|“two”");
  }

  @Test
  void anEnDashJoinsNumbersAndPartsNames() {
    assertThat(marked("pp. 12–15")).isEqualTo("pp. 12–15");
    assertThat(marked("York–London")).isEqualTo("York–|London");
    assertThat(marked("one – two")).isEqualTo("one – |two");
  }

  @Test
  void aRomanNumeralStaysWithWhatItCounts() {
    assertThat(marked("Louis XIV, king")).isEqualTo("Louis XIV, |king");
    assertThat(marked("World War II")).isEqualTo("World |War II");
    assertThat(marked("the XXI or IIII")).isEqualTo("the |XXI |or |IIII");
    assertThat(marked("When I saw Mix VM")).isEqualTo("When |I |saw |Mix |VM");
  }

  @Test
  void aHyphenBetweenBlanksIsADash() {
    assertThat(marked("one - two")).isEqualTo("one - |two");
    assertThat(marked("set -o")).isEqualTo("set |-o");
  }

  @Test
  void aLineEndsAfterAHyphenBetweenWords() {
    assertThat(marked("state-owned")).isEqualTo("state-|owned");
    assertThat(marked("an e-mail of -5 or --all in COVID-19 on 2026-11-24"))
        .isEqualTo("an |e-mail |of |-5 |or |--all |in |COVID-19 |on |2026-11-24");
    assertThat(marked("non\u2011stop")).isEqualTo("non\u2011stop");
  }

  @Test
  void aLineEndsAfterAHyphenBetweenAFormulaAndALongWord() {
    assertThat(marked("\ufffc-equivalent")).isEqualTo("\ufffc-|equivalent");
    assertThat(marked("the \ufffc-th")).isEqualTo("the |\ufffc-th");
  }

  @Test
  void aSignThatRelatesStaysWithWhatItFollows() {
    assertThat(marked("so E = mc² and 3 × 4 ≤ 12")).isEqualTo("so |E = |mc² |and |3 × |4 ≤ |12");
    assertThat(marked("a =b")).isEqualTo("a |=b");
  }

  @Test
  void aLineEndsAfterASlashBetweenLongerWords() {
    assertThat(marked("kilometres/hour and/or 3/4")).isEqualTo("kilometres/|hour |and/or |3/4");
  }

  @Test
  void whatIsToStayTogetherDoes() {
    assertThat(marked("p.\u00a07 of 5\u202fkm a\u2060b"))
        .isEqualTo("p.\u00a07 |of |5\u202fkm |a\u2060b");
  }

  @Test
  void initialsStayWithEachOtherAndTheName() {
    assertThat(marked("by J. R. R. Tolkien and A.-M. Ampère"))
        .isEqualTo("by |J. R. R. Tolkien |and |A.-M. Ampère");
  }

  @Test
  void aNumberStaysWithItsUnitAndWithWhatItFollows() {
    assertThat(marked("ran 5 km (in 10 min), 3 % more"))
        .isEqualTo("ran |5 km |(in |10 min), |3 % |more");
    assertThat(marked("see § 5, p. 7 and (Fig. 3)")).isEqualTo("see |§ 5, |p. 7 |and |(Fig. 3)");
    assertThat(marked("in Chapter 8 and Figure 4-6")).isEqualTo("in |Chapter 8 |and |Figure 4-6");
    assertThat(marked("Nr. 5 oder Abs. 2", "de")).isEqualTo("Nr. 5 |oder |Abs. 2");
    assertThat(marked("the 5 men of p. x")).isEqualTo("the |5 |men |of |p. |x");
  }

  @Test
  void aDayStaysWithItsMonth() {
    assertThat(marked("on 1 December 2025")).isEqualTo("on |1 December |2025");
    assertThat(marked("on December 1, 2025")).isEqualTo("on |December 1, |2025");
    assertThat(marked("in December 2025 came")).isEqualTo("in |December |2025 |came");
    assertThat(marked("am 1. Dezember 2025", "de-AT")).isEqualTo("am |1. Dezember |2025");
    assertThat(marked("le 1er décembre.", "fr")).isEqualTo("le |1er décembre.");
  }

  @Test
  void aTitleStaysWithTheName() {
    assertThat(marked("as Dr. Watson and Mrs Dalloway"))
        .isEqualTo("as |Dr. Watson |and |Mrs Dalloway");
    assertThat(marked("et Mme Curie dit", "fr")).isEqualTo("et |Mme Curie |dit");
  }

  @Test
  void germanAbbreviationsStayWhole() {
    assertThat(marked("also z. B. hier, d. h. v. Chr. und i. d. R.", "de"))
        .isEqualTo("also |z. B. |hier, |d. h. v. Chr. |und |i. d. R.");
  }

  @Test
  void noLineEndsAfterAWordOfOneLetterInPolishOrCzech() {
    assertThat(marked("poszli w las i do domu", "pl")).isEqualTo("poszli |w las |i do |domu");
    assertThat(marked("šli k lesu", "cs")).isEqualTo("šli |k lesu");
    assertThat(marked("I saw a man")).isEqualTo("I |saw |a |man");
  }

  @Test
  void aLineEndsAtASpaceOfNoWidth() {
    assertThat(marked("long\u200bword")).isEqualTo("long\u200b|word");
  }

  @Test
  void aSoftHyphenIsNotItsBusiness() {
    assertThat(marked("hyphen\u00adation")).isEqualTo("hyphen\u00adation");
  }

  @Test
  void scriptsWithoutBlanksAreBrokenByTheirOwnRules() {
    assertThat(marked("日本語。")).isEqualTo("日|本|語。");
    assertThat(marked("ภาษาไทย")).isEqualTo("ภาษา|ไทย");
  }

  @Test
  void anAddressIsPartedAfterSlashesAndBeforeMarks() {
    assertThat(address("https://www.example.org/a/b_c/index.html?x=1&y=%20z#frag"))
        .isEqualTo("https://www|.example|.org/|a/|b|_c/|index|.html|?x|=1|&y|=|%20z|#frag");
  }

  @Test
  void anAddressIsNotPartedInItsSchemeOrBetweenLikeMarks() {
    assertThat(address("https://org")).isEqualTo("https://org");
    assertThat(address("a//b")).isEqualTo("a//|b");
    assertThat(address("a--b/")).isEqualTo("a|--b/");
    assertThat(address("")).isEmpty();
  }

  @Test
  void codeIsPartedBehindAMarkBetweenNames() {
    assertThat(code("std::io::Error")).isEqualTo("std::|io::|Error");
    assertThat(code("src/main/java/offprint")).isEqualTo("src/|main/|java/|offprint");
    assertThat(code("list.get_all(index)")).isEqualTo("list.|get_|all(|index)");
    assertThat(code("--page-size=a4-long")).isEqualTo("--page-|size=|a4-|long");
    assertThat(code("-Ctarget-feature")).isEqualTo("-Ctarget-|feature");
  }

  @Test
  void codeIsNotPartedInFiguresBetweenMarksOrNearItsEnds() {
    for (String whole :
        List.of(
            "1.71.0", "0..10", "x = y", "foo()", "a->b->c", "e.g", "a_b", "::default", "--page")) {
      assertThat(code(whole)).isEqualTo(whole);
    }
    assertThat(code("https://example")).isEqualTo("https://example");
  }

  @Test
  void codeIsPartedBeforeHumps() {
    assertThat(code("AbstractXMLParser")).isEqualTo("Abstract|XML|Parser");
    assertThat(code("iOS")).isEqualTo("iOS");
    assertThat(BreakOpportunities.isHump("getAll", 3)).isTrue();
    assertThat(BreakOpportunities.isHump("get_All", 4)).isFalse();
  }

  private static String code(String text) {
    return with(text, BreakOpportunities.code(text));
  }

  private static String marked(String text) {
    return marked(text, "en-US");
  }

  private static String marked(String text, String language) {
    return with(text, BreakOpportunities.of(text, language));
  }

  @Test
  void aHostEndsAtTheFirstSlash() {
    assertThat(inHost("https://www.example.org/a.b/c"))
        .isEqualTo("https://w|w|w|.|e|x|a|m|p|l|e|.|o|r|g/a.b/c");
    assertThat(inHost("ada@b.org")).isEqualTo("a|d|a|@|b|.|o|r|g");
    assertThat(inHost("https://b?c.d")).isEqualTo("https://b?c.d");
  }

  private static String inHost(String text) {
    return with(
        text,
        IntStream.range(0, text.length())
            .filter(at -> BreakOpportunities.inHost(text, at))
            .toArray());
  }

  private static String address(String text) {
    return with(text, BreakOpportunities.address(text));
  }

  private static String with(String text, int[] offsets) {
    StringBuilder marked = new StringBuilder(text);
    for (int i = offsets.length - 1; i >= 0; i--) {
      marked.insert(offsets[i], '|');
    }
    return marked.toString();
  }
}
