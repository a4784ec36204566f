package offprint.epub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "https://example.org/a?b=1&c=2#d, https://example.org/a?b=1&c=2#d",
        "https://example.org/a b, https://example.org/a%20b",
        "https://example.org/[x]|\"q\"\\, https://example.org/%5Bx%5D%7C%22q%22%5C",
        "https://example.org/100%, https://example.org/100%25",
        "https://example.org/%C3%BC, https://example.org/%C3%BC",
        "https://example.org/ü#a#b, https://example.org/%C3%BC#a%23b",
        // RFC 3492's coding of a name that many know
        "http://bücher.example/, http://xn--bcher-kva.example/",
        "http://[::1]:8080/x, http://[::1]:8080/x",
        "mailto:ada@example.org, mailto:ada@example.org",
      })
  void whatMayNotStandInAUriIsEncoded(String written, String href) {
    assertThat(Address.href(written, null)).isEqualTo(href);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "http://", "other.md", "#", "file:///etc/hosts", "javascript:x()", "x:y"})
  void whatLeadsNowhereFromABookIsNoLink(String written) {
    assertThat(Address.href(written, null)).isNull();
  }

  @Test
  void aRelativeAddressIsTakenFromItsBase() {
    assertThat(Address.href("../b?c", "https://example.org/x/a"))
        .isEqualTo("https://example.org/b?c");
    assertThat(Address.href("b", "A journal, 2025")).isNull();
  }
}
