package offprint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import offprint.document.Block;
import offprint.document.Inline;
import offprint.document.Settings;
import offprint.source.Finding;
import offprint.source.Findings;
import offprint.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTagsTest {
  private final Findings findings = new Findings();

  private List<Inline> words(String text) {
    Source source = new Source("a.md", null, text);
    List<Block> blocks = new MarkdownReader(Settings.NONE, findings).read(source).body();
    return ((Block.Paragraph) blocks.getFirst()).content();
  }

  private List<String> told() {
    return findings.list().stream()
        .filter(finding -> !finding.code().equals("no-title"))
        .map(finding -> finding.place() + " " + finding.code())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{#include a_b_c.md}}",
        "{{ #include a.md:2 }}",
        "{{< figure src=\"a_b_c\" >}}",
        "{{<figure src=\"a\">}}",
        "{{% note %}}",
        "{{% /note %}}",
        "{% include x.html a=\"--\" %}",
        "{%- if x -%}",
        "{{ site.url }}",
        "{{ '/docs/' | relative_url }}",
        "{{ youtube(id=\"x\") }}",
      })
  void oneIsPrintedAsItIsWrittenAndTold(String tag) {
    assertThat(words("A " + tag + " b\n").get(1))
        .isInstanceOfSatisfying(Inline.Code.class, code -> assertThat(code.text()).isEqualTo(tag));
    assertThat(told()).containsExactly("a.md:1:3 template-tag");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{}}",
        "{x}",
        "{{ a b }}",
        "\\{{#include a.md}}",
        "`{{< x >}}`",
        "`{% x %}`",
        "{{</* x */>}}",
      })
  void othersAreWords(String text) {
    words("A " + text + "\n");
    assertThat(told()).isEmpty();
  }

  @Test
  void eachKindIsToldOnce() {
    words("{{< ref a >}}\n\n{{< ref b >}} {{< fig >}}\n");
    assertThat(findings.list().get(0).message())
        .isEqualTo(
            "the shortcode {{< ref >}} is for a generator of sites; nothing is put in its place"
                + " here (2 times)");
    assertThat(told()).containsExactly("a.md:1:1 template-tag", "a.md:3:15 template-tag");
  }

  @Test
  void inCodeOnlyMdBookLooks() {
    words("A.\n\n```rust\n{{#rustdoc_include a.rs:b}}\n```\n\n```html\n{{ x }} {% y %}\n```\n");
    assertThat(told()).containsExactly("a.md:3:1 template-tag");
    assertThat(findings.list()).extracting(Finding::hint).first().asString().contains("mdBook");
  }

  @Test
  void aLinkWithoutAnAddressYetKeepsItsWords() {
    List<Inline> words = words("[*a*]({{< ref \"b_c.md\" >}}#d) ![c]({{site.x}}/d.png)\n");
    assertThat(words.getFirst())
        .isInstanceOfSatisfying(
            Inline.Link.class,
            link ->
                assertThat(link.target())
                    .isEqualTo(new Inline.Target.Nowhere("{{< ref \"b_c.md\" >}}#d")));
    assertThat(Inline.text(words)).isEqualTo("a c");
    assertThat(told()).containsExactly("a.md:1:1 template-tag", "a.md:1:31 template-tag");
  }
}
