package offprint.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9309. */
class RobotsTest {
  @Test
  void theRulesForUsGoBeforeThoseForAll() {
    Robots robots =
        Robots.of(
            """
            User-agent: *
            Disallow: /

            User-Agent: other
            User-Agent: OFFPRINT/2.0 # us
            Disallow: /a
            Sitemap: https://example.org/
            User-agent: other
            Disallow: /b
            User-agent: offprint
            Disallow: /c
            """);
    assertThat(robots.mayAsk("/")).isTrue();
    assertThat(robots.mayAsk("/a")).isFalse();
    assertThat(robots.mayAsk("/b")).isTrue();
    assertThat(robots.mayAsk("/c")).isFalse();
  }

  @Test
  void anEmptyRuleForUsIsAWelcome() {
    assertThat(Robots.of("user-agent: *\rdisallow: /\ruser-agent: offprint\rdisallow:").mayAsk("/"))
        .isTrue();
    assertThat(Robots.of("disallow: /").mayAsk("/")).isTrue();
    assertThat(Robots.of("\u0000\uFFFD<html>: a").mayAsk("/")).isTrue();
  }

  @Test
  void theRuleThatSaysMostIsTheOneThatHolds() {
    Robots robots =
        Robots.of(
            """
            user-agent: *
            allow: /page/open
            disallow: /page
            allow: /both
            disallow: /both
            """);
    assertThat(robots.mayAsk("/page/shut")).isFalse();
    assertThat(robots.mayAsk("/page/open/1")).isTrue();
    assertThat(robots.mayAsk("/both")).isTrue();
  }

  // Section 2.2.2 and 2.2.3.
  @ParameterizedTest
  @CsvSource({
    "/foo/bar?baz=quz,           /foo/bar?baz=quz,                         true",
    "/foo/bar/\u30C4,            /foo/bar/%E3%83%84,                       true",
    "/foo/bar/%E3%83%84,         /foo/bar/%e3%83%84,                       true",
    "/foo/bar/%62%61%7A,         /foo/bar/baz,                             true",
    "/a%2Fb,                     /a/b,                                     false",
    "/*.gif$,                    /x/y.gif,                                 true",
    "/*.gif$,                    /x/y.gif?z,                               false",
    "/publications/*/print,      /publications/1/2/print/now,              true",
    "/publications/*/print,      /publications/print,                      false",
    "/$,                         /,                                        true",
    "/$,                         /a,                                       false",
    "/A,                         /a,                                       false",
    "*,                          /anything,                                true",
    "/a*a*a*a*a*a*a*a*a*b,       /aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, false",
  })
  void aRuleMatchesFromTheStart(String rule, String path, boolean matches) {
    assertThat(Robots.of("User-agent: *\nDisallow: " + rule).mayAsk(path)).isEqualTo(!matches);
  }

  @Test
  void aMarkBeforeTheFirstLineIsNoneOfIt() {
    Robots robots = Robots.of("\uFEFFUser-agent: *\nDisallow: /private");
    assertThat(robots.mayAsk("/private/a")).isFalse();
    assertThat(robots.mayAsk("/a")).isTrue();
  }

  @Test
  void keepsOutWhereNothingCanBeSaid() {
    assertThat(Robots.KEEP_OUT.mayAsk("/a")).isFalse();
    assertThat(Robots.WELCOME.mayAsk("/a")).isTrue();
  }
}
