package offprint.xml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class XmlTextTest {
  @Test
  void whatBelongsToTheMarkupIsEscaped() {
    assertThat(XmlText.content("\"a\" < b & c > d")).isEqualTo("\"a\" &lt; b &amp; c &gt; d");
    assertThat(XmlText.attribute("\"a\" & b")).isEqualTo("&quot;a&quot; &amp; b");
  }

  @Test
  void anAttributeKeepsItsLineEnds() {
    assertThat(XmlText.attribute("a\n\tb\r")).isEqualTo("a&#10;&#9;b&#13;");
    assertThat(XmlText.content("a\n\tb\r")).isEqualTo("a\n\tb&#13;");
  }

  @Test
  void whatXmlHasNoCharacterForIsLeftOut() {
    assertThat(XmlText.clean("a\u0001\uFFFE\uD800\u0085b\uD83D\uDE00")).isEqualTo("ab\uD83D\uDE00");
    assertThat(XmlText.isClean("a\u0001")).isFalse();
  }
}
