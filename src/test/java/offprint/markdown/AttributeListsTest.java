package offprint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import offprint.document.Block;
import offprint.document.Inline;
import offprint.document.Inline.Phrase;
import offprint.document.Settings;
import offprint.source.Findings;
import offprint.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeListsTest {
  private static final String SVG =
      "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSI5IiBo"
          + "ZWlnaHQ9IjkiLz4=";

  private final Findings findings = new Findings();

  private List<Block> read(String text) {
    Source source = new Source("a.md", null, "---\ntitle: T\n---\n\n" + text + "\n");
    return new MarkdownReader(Settings.NONE, findings).read(source).body();
  }

  private String words(Block block) {
    return Inline.text(((Block.Paragraph) block).content());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A reef.\n{: .note .info}",
        "{: .note }\nA reef.",
        "A reef.\n\n{ .annotate }",
        "A reef.\n\n{: #reef title=\"A 'b' c\"}\n",
        "[A reef](https://e.org/){:target=\"_blank\" rel=\"noopener\"}.",
        "[A reef](https://e.org/){ .md-button }.",
        "*A reef*{: .x}.",
        "`A reef`{.python}.",
      })
  void listsAreNoWords(String text) {
    List<Block> blocks = read(text);
    assertThat(blocks).hasSize(1);
    assertThat(words(blocks.getFirst())).isEqualTo("A reef.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A {reef}.",
        "A reef. {: .x}",
        "`f`{}",
        "[A](https://e.org/) {.x}",
        "{a, b}",
        "{x}"
      })
  void othersAre(String text) {
    assertThat(words(read(text).getFirst())).contains("{");
  }

  @Test
  void oneBelowAListOrATableIsNoneOfIt() {
    List<Block> blocks = read("- a\n- b\n{: .x}\n\n| a | b |\n|---|---|\n| c | d |\n{: .x}");
    Block.BulletList list = (Block.BulletList) blocks.getFirst();
    assertThat(words(list.items().getLast().content().getFirst())).isEqualTo("b");
    assertThat(((Block.Table) blocks.getLast()).body()).hasSize(1);
  }

  @Test
  void aPicturesKeepItsExtents() {
    List<Block> blocks = read("A ![b](" + SVG + "){ width=\"30\" loading=lazy }");
    assertThat(((Block.Paragraph) blocks.getFirst()).content().getLast())
        .isInstanceOfSatisfying(
            Inline.Image.class,
            image -> assertThat(image.width()).isEqualTo(new Inline.Image.Extent(30, false)));
    assertThat(findings.hasWarnings()).isFalse();
  }

  @Test
  void markedWordsAreMarked() {
    List<Inline> words = ((Block.Paragraph) read("A ==reef *is*== here.").getFirst()).content();
    assertThat(words.get(1))
        .isInstanceOfSatisfying(
            Phrase.class,
            marked -> {
              assertThat(marked.kind()).isEqualTo(Phrase.Kind.MARK);
              assertThat(Inline.text(marked.content())).isEqualTo("reef is");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"a==b==c", "a == b == c", "==a", "===a===", "(a)==(b), (c)==(d)"})
  void equationsAreNot(String text) {
    assertThat(words(read(text).getFirst())).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[TOC]",
        "[[_TOC_]]",
        "## Table of contents\n{: .no_toc }\n\n1. TOC\n{:toc}",
        "* any words\n{:toc .x}",
      })
  void aMarkAsksForContents(String mark) {
    Source source = new Source("a.md", null, "# T\n\n" + mark + "\n\n## A\n\nB\n");
    var document = new MarkdownReader(Settings.NONE, findings).read(source);
    assertThat(document.settings().contents()).isEqualTo(Settings.Contents.TRUE);
    assertThat(document.body()).hasSize(2);
    assertThat(findings.hasWarnings()).isFalse();
  }

  @Test
  void whatTheFrontMatterSaysOfContentsComesFirst() {
    Source source = new Source("a.md", null, "---\ntitle: T\ntoc: no\n---\n\n[TOC]\n\n# A\n\nB\n");
    var document = new MarkdownReader(Settings.NONE, findings).read(source);
    assertThat(document.settings().contents()).isEqualTo(Settings.Contents.FALSE);
  }
}
