package offprint.style;

import com.helger.css.CSSSourceLocation;
import com.helger.css.decl.CSSDeclaration;
import com.helger.css.decl.CSSFontFaceRule;
import com.helger.css.decl.CSSImportRule;
import com.helger.css.decl.CSSMediaExpression;
import com.helger.css.decl.CSSMediaQuery;
import com.helger.css.decl.CSSMediaRule;
import com.helger.css.decl.CSSPageMarginBlock;
import com.helger.css.decl.CSSPageRule;
import com.helger.css.decl.CSSSelector;
import com.helger.css.decl.CSSStyleRule;
import com.helger.css.decl.CascadingStyleSheet;
import com.helger.css.decl.ICSSPageRuleMember;
import com.helger.css.decl.ICSSTopLevelRule;
import com.helger.css.decl.IHasCSSDeclarations;
import com.helger.css.handler.DoNothingCSSParseExceptionCallback;
import com.helger.css.parser.ParseException;
import com.helger.css.parser.Token;
import com.helger.css.reader.CSSReader;
import com.helger.css.reader.CSSReaderSettings;
import com.helger.css.reader.errorhandler.DoNothingCSSInterpretErrorHandler;
import com.helger.css.reader.errorhandler.ICSSParseErrorHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import offprint.document.PageSize;
import offprint.source.Findings;
import offprint.source.Place;
import org.jspecify.annotations.Nullable;

/**
 * One sheet, read by ph-css and kept as far as the typesetter understands it; what it does not
 * understand is a finding, once.
 *
 * @param imports in order
 */
record Stylesheet(
    List<Import> imports, List<Rule> rules, List<PageRule> pageRules, List<FaceRule> faceRules) {

  /**
   * @param reference as the sheet says it
   */
  record Import(String reference, Media media, Place place) {}

  Stylesheet {
    imports = List.copyOf(imports);
    rules = List.copyOf(rules);
    pageRules = List.copyOf(pageRules);
    faceRules = List.copyOf(faceRules);
  }

  /**
   * Reads a sheet's text.
   *
   * @param name for findings
   * @param around the media for which it was imported
   */
  static Stylesheet read(String text, String name, Media around, Findings findings) {
    return new Reader(name, findings).read(text, around);
  }

  private static final class Reader implements ICSSParseErrorHandler {
    private final String name;
    private final Findings findings;
    private final List<Rule> rules = new ArrayList<>();
    private final List<PageRule> pageRules = new ArrayList<>();
    private final List<FaceRule> faceRules = new ArrayList<>();

    Reader(String name, Findings findings) {
      this.name = name;
      this.findings = findings;
    }

    Stylesheet read(String text, Media around) {
      CSSReaderSettings settings =
          new CSSReaderSettings()
              .setTabSize(1)
              .setBrowserCompliantMode(true)
              .setUseSourceLocation(true)
              .setKeepDeprecatedProperties(true)
              .setCustomErrorHandler(this)
              .setCustomExceptionHandler(new DoNothingCSSParseExceptionCallback())
              .setInterpretErrorHandler(new DoNothingCSSInterpretErrorHandler());
      CascadingStyleSheet sheet = CSSReader.readFromStringReader(text, settings);
      if (sheet == null) {
        findings.warning("css", Place.of(name), "the sheet cannot be read as CSS", null);
        return new Stylesheet(List.of(), List.of(), List.of(), List.of());
      }
      List<Import> imports = new ArrayList<>();
      for (CSSImportRule rule : sheet.getAllImportRules()) {
        Media media = media(rule.getAllMediaQueries(), around, rule.getSourceLocation());
        imports.add(new Import(rule.getLocationString(), media, place(rule.getSourceLocation())));
      }
      rules(sheet.getAllRules(), around);
      return new Stylesheet(imports, rules, pageRules, faceRules);
    }

    private void rules(Iterable<ICSSTopLevelRule> all, Media media) {
      for (ICSSTopLevelRule rule : all) {
        if (rule instanceof CSSStyleRule style) {
          rule(style, media);
        } else if (rule instanceof CSSPageRule page) {
          pageRule(page, media);
        } else if (rule instanceof CSSFontFaceRule face) {
          faceRule(face, media);
        } else if (rule instanceof CSSMediaRule nested) {
          Media inner = media(nested.getAllMediaQueries(), media, nested.getSourceLocation());
          if (inner.isForPrint()) {
            rules(nested.getAllRules(), inner);
          }
        }
        // @supports, @keyframes and their like are for e-readers.
      }
    }

    private void rule(CSSStyleRule rule, Media media) {
      List<Selector> selectors = new ArrayList<>();
      for (CSSSelector selector : rule.getAllSelectors()) {
        Selector understood = SelectorReader.read(selector);
        if (understood != null) {
          selectors.add(understood);
        } else if (!SelectorReader.isOfScreens(selector)) {
          findings.warning(
              "unknown-selector",
              place(selector.getSourceLocation()),
              "the typesetter does not know the selector '" + selector.getAsCSSString() + "'",
              "put it under '@media screen' if it is for the EPUB alone");
        }
      }
      if (!selectors.isEmpty()) {
        rules.add(new Rule(selectors, declarations(rule, of(selectors)), media, false));
      }
    }

    private static Of of(List<Selector> selectors) {
      if (selectors.stream().allMatch(s -> s.part() == Selector.Part.FIRST_LETTER)) {
        return Of.LETTER;
      }
      return selectors.stream().anyMatch(s -> s.part() != null) ? Of.PART : Of.ELEMENT;
    }

    private void faceRule(CSSFontFaceRule rule, Media media) {
      List<Rule.Declaration> said = new ArrayList<>();
      for (CSSDeclaration each : rule.getAllDeclarations()) {
        said.add(
            new Rule.Declaration(
                each.getProperty().toLowerCase(Locale.ROOT),
                each.getExpressionAsCSSString(),
                each.isImportant(),
                place(each.getSourceLocation())));
      }
      faceRules.add(new FaceRule(said, media, place(rule.getSourceLocation())));
    }

    private void pageRule(CSSPageRule rule, Media media) {
      List<CSSDeclaration> own = new ArrayList<>();
      Map<String, List<Rule.Declaration>> boxes = new LinkedHashMap<>();
      for (ICSSPageRuleMember member : rule.getAllMembers()) {
        if (member instanceof CSSDeclaration declaration) {
          own.add(declaration);
        } else if (member instanceof CSSPageMarginBlock block) {
          String position = block.getPageMarginSymbol().substring(1).toLowerCase(Locale.ROOT);
          boxes.computeIfAbsent(position, p -> new ArrayList<>()).addAll(boxDeclarations(block));
        }
      }
      List<Rule.Declaration> declarations = new ArrayList<>();
      for (CSSDeclaration declaration : own) {
        declare(declaration, Of.PAGE, declarations);
      }
      List<List<String>> sides = new ArrayList<>();
      for (String selector : rule.getAllSelectors()) {
        sides.add(sides(selector, rule.getSourceLocation()));
      }
      for (List<String> each : sides.isEmpty() ? List.of(List.<String>of()) : sides) {
        pageRules.add(new PageRule(each, declarations, boxes, media));
      }
    }

    private List<String> sides(String selector, @Nullable CSSSourceLocation location) {
      List<String> sides = new ArrayList<>();
      for (String side : selector.toLowerCase(Locale.ROOT).split("(?=:)")) {
        sides.add(side.strip());
        if (!List.of(":left", ":right", ":first").contains(side.strip())) {
          findings.warning(
              "unknown-selector",
              place(location),
              "the typesetter does not know the page '" + selector + "'",
              "pages are ':left', ':right' and ':first'");
        }
      }
      return sides;
    }

    private List<Rule.Declaration> boxDeclarations(CSSPageMarginBlock block) {
      List<Rule.Declaration> declarations = new ArrayList<>();
      for (CSSDeclaration declaration : block.getAllDeclarations()) {
        declare(declaration, Of.BOX, declarations);
      }
      return declarations;
    }

    private List<Rule.Declaration> declarations(IHasCSSDeclarations<?> rule, Of of) {
      List<Rule.Declaration> declarations = new ArrayList<>();
      for (CSSDeclaration declaration : rule.getAllDeclarations()) {
        declare(declaration, of, declarations);
      }
      return declarations;
    }

    /** What a declaration is about. */
    private enum Of {
      ELEMENT,
      PART,
      LETTER,
      PAGE,
      BOX
    }

    private void declare(CSSDeclaration said, Of of, List<Rule.Declaration> into) {
      String property = said.getProperty();
      String name = property.startsWith("--") ? property : property.toLowerCase(Locale.ROOT);
      Rule.Declaration declaration =
          new Rule.Declaration(
              name,
              said.getExpressionAsCSSString(),
              said.isImportant(),
              place(said.getSourceLocation()));
      if (!declaration.isCustom() && !isKnown(name, of)) {
        // With what else is said of a first letter e-readers float it, who know no initial.
        if (!Property.isForReadersAlone(name) && of != Of.LETTER) {
          unknownProperty(declaration, of);
        }
      } else if (declaration.isCustom() || isUnderstood(declaration, of)) {
        into.add(declaration);
      } else {
        findings.warning(
            "unknown-value",
            declaration.place(),
            "the typesetter does not know '" + declaration.text() + "' as '" + name + "'",
            "put it under '@media screen' if it is for the EPUB alone");
      }
    }

    private void unknownProperty(Rule.Declaration declaration, Of of) {
      String where = of == Of.PART ? " of a pseudo-element" : "";
      findings.warning(
          "unknown-property",
          declaration.place(),
          "the typesetter does not know '" + declaration.name() + "'" + where,
          "put it under '@media screen' if it is for the EPUB alone");
    }

    private static boolean isKnown(String name, Of of) {
      return switch (of) {
        case ELEMENT -> Property.of(name) != null;
        // A part's words are set as its element's are.
        case PART -> name.equals("content");
        case LETTER -> Initial.PROPERTIES.contains(name);
        case PAGE -> name.equals("size") || Property.of(name) != null;
        case BOX -> name.equals("content") || Property.of(name) != null;
      };
    }

    private static boolean isUnderstood(Rule.Declaration declaration, Of of) {
      if (declaration.text().contains("var(")) {
        return true;
      }
      Value value = Value.of(declaration.text());
      if (declaration.name().equals("content")) {
        return of == Of.BOX ? PageBoxes.content(value) != null : Content.isText(value);
      }
      if (declaration.name().equals("size")) {
        return PageBoxes.isSize(value);
      }
      Property property = Property.of(declaration.name());
      Computed tried = new Computed(null);
      tried.trim = of == Of.PAGE ? PageSize.A4 : null;
      return property != null && property.apply(value, tried);
    }

    private Media media(
        Iterable<CSSMediaQuery> queries, Media around, @Nullable CSSSourceLocation location) {
      List<Media.Query> all = new ArrayList<>();
      for (CSSMediaQuery query : queries) {
        String medium = query.getMedium();
        all.add(
            new Media.Query(
                query.isNot(),
                medium == null ? "all" : medium.toLowerCase(Locale.ROOT),
                limits(query, location)));
      }
      return all.isEmpty() ? around : around.and(new Media.Condition(all));
    }

    private List<Media.Limit> limits(CSSMediaQuery query, @Nullable CSSSourceLocation location) {
      List<Media.Limit> limits = new ArrayList<>();
      for (CSSMediaExpression expression : query.getAllMediaExpressions()) {
        String feature = expression.getFeature().toLowerCase(Locale.ROOT);
        Length length =
            expression.getValue() == null
                ? null
                : Length.of(expression.getValue().getAsCSSString().strip());
        Double points =
            length == null
                ? null
                : length.points(
                    Computed.INITIAL.size, Computed.INITIAL.size, Computed.INITIAL.leading);
        boolean known = Media.Limit.isKnown(feature) && points != null;
        if (!known && !"screen".equals(query.getMedium())) {
          findings.warning(
              "unknown-media",
              place(location),
              "the typesetter does not know the medium '" + query.getAsCSSString() + "'",
              "it knows 'print' and the trim's width and height, such as '(max-width: 160mm)'");
        }
        limits.add(new Media.Limit(known ? feature : "", points == null ? 0 : points));
      }
      return limits;
    }

    private Place place(@Nullable CSSSourceLocation location) {
      return location == null || !location.hasFirstTokenArea()
          ? Place.of(name)
          : new Place(
              name,
              location.getFirstTokenBeginLineNumber(),
              location.getFirstTokenBeginColumnNumber());
    }

    @Override
    public void onCSSParseError(ParseException error, @Nullable Token lastSkipped) {
      Token at = error.currentToken == null ? null : error.currentToken.next;
      broken(at == null ? lastSkipped : at, at == null ? "" : at.image);
    }

    @Override
    public void onCSSUnexpectedRule(Token token, String rule, String message) {
      findings.warning(
          "css", place(token), "'" + rule + "' cannot stand here, and is left out", null);
    }

    @Override
    public void onCSSDeprecatedProperty(Token prefix, Token identifier) {}

    @Override
    public void onCSSBrowserCompliantSkip(@Nullable ParseException error, Token first, Token last) {
      Token at = error == null || error.currentToken == null ? null : error.currentToken.next;
      broken(at == null ? first : at, (at == null ? first : at).image);
    }

    @Override
    public void onIllegalCharacter(char c) {
      findings.warning(
          "css",
          Place.of(name),
          String.format(Locale.ROOT, "the character U+%04X cannot stand in a sheet", (int) c),
          null);
    }

    private void broken(@Nullable Token at, String image) {
      String what = image.isBlank() ? "the sheet's end" : "'" + image.strip() + "'";
      findings.warning(
          "css", place(at), what + " was not expected here; the rule is left out", null);
    }

    private Place place(@Nullable Token token) {
      return token == null
          ? Place.of(name)
          : new Place(name, token.beginLine, Math.max(0, token.beginColumn));
    }
  }
}
