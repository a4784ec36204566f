package offprint.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import offprint.source.Picture.Fault;
import org.jspecify.annotations.Nullable;

/** What an SVG says about itself, if it runs no script and takes nothing from elsewhere. */
final class SvgPicture {
  private static final Pattern LENGTH =
      Pattern.compile("\\s*\\+?(\\d*\\.?\\d+(?:[eE][+-]?\\d+)?)\\s*(px|pt|pc|mm|cm|in|q)?\\s*");
  private static final Pattern URL =
      Pattern.compile("url\\(\\s*[\"']?([^\"')]*)", Pattern.CASE_INSENSITIVE);

  private SvgPicture() {}

  static Picture of(byte[] bytes) throws Fault {
    @Nullable Picture root = null;
    boolean inStyle = false;
    try {
      XMLStreamReader reader = PlainSvg.reader(bytes);
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          if (root == null) {
            root = root(reader);
          }
          if (PlainSvg.isForeign(reader)) {
            PlainSvg.skip(reader);
            continue;
          }
          inStyle = reader.getLocalName().equals("style");
          checkSafe(reader);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          inStyle = false;
        } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
          if (inStyle) {
            checkSheet(reader.getText());
          }
        } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION
            && reader.getPITarget().equals("xml-stylesheet")) {
          throw new Fault("takes a style sheet from elsewhere", true);
        } else if (event == XMLStreamConstants.ENTITY_REFERENCE
            || event == XMLStreamConstants.DTD && reader.getText().contains("<!ENTITY")) {
          throw new Fault("declares entities", true);
        }
      }
    } catch (XMLStreamException e) {
      throw new Fault(
          root == null
              ? "is not a picture"
              : "is no well-formed SVG, at line " + e.getLocation().getLineNumber(),
          false);
    }
    if (root == null) {
      throw new Fault("is not a picture", false);
    }
    return root;
  }

  private static Picture root(XMLStreamReader reader) throws Fault {
    if (!reader.getLocalName().equals("svg")) {
      throw new Fault("is not a picture", false);
    }
    double[] box = viewBox(reader.getAttributeValue(null, "viewBox"));
    double width = length(reader.getAttributeValue(null, "width"));
    double height = length(reader.getAttributeValue(null, "height"));
    if (box.length == 4) {
      // One length alone keeps the box's proportion (SVG 2, section 7.8).
      double ratio = box[2] / box[3];
      if (width <= 0 && height <= 0) {
        width = box[2];
        height = box[3];
      } else if (width <= 0) {
        width = height * ratio;
      } else if (height <= 0) {
        height = width / ratio;
      }
    }
    if (width <= 0 || height <= 0) {
      throw new Fault("has neither width and height nor a viewBox", false);
    }
    return Picture.sized(
        "image/svg+xml", Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
  }

  private static double[] viewBox(@Nullable String written) {
    if (written == null) {
      return new double[0];
    }
    try {
      double[] box =
          Arrays.stream(written.strip().split("[\\s,]+"))
              .mapToDouble(Double::parseDouble)
              .toArray();
      return box.length == 4 && box[2] > 0 && box[3] > 0 ? box : new double[0];
    } catch (NumberFormatException e) {
      return new double[0];
    }
  }

  /** In CSS pixels; 0 where there is none, and for a share of what surrounds it. */
  private static double length(@Nullable String written) {
    Matcher matcher = LENGTH.matcher(written == null ? "" : written.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return 0;
    }
    double pixels =
        switch (matcher.group(2) == null ? "px" : matcher.group(2)) {
          case "pt" -> 96 / 72.0;
          case "pc" -> 16;
          case "mm" -> 96 / 25.4;
          case "cm" -> 96 / 2.54;
          case "in" -> 96;
          case "q" -> 96 / 101.6;
          default -> 1;
        };
    return Double.parseDouble(matcher.group(1)) * pixels;
  }

  private static void checkSafe(XMLStreamReader reader) throws Fault {
    String name = reader.getLocalName().toLowerCase(Locale.ROOT);
    if (name.equals("script")) {
      throw new Fault("has a <" + reader.getLocalName() + ">", true);
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String attribute = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
      String value = reader.getAttributeValue(i).strip();
      if (attribute.startsWith("on")) {
        throw new Fault("has a script in '" + attribute + "'", true);
      }
      boolean reference = attribute.equals("href") || attribute.equals("src");
      // A link's address is only words until someone follows it; anything else would be fetched.
      if (reference && name.equals("a")) {
        if (value.toLowerCase(Locale.ROOT).startsWith("javascript:")) {
          throw new Fault("has a script in '" + attribute + "'", true);
        }
      } else if (reference && !isInside(value)) {
        throw new Fault("refers to '" + shortened(value) + "'", true);
      } else if (!reference && value.contains("(")) {
        checkSheet(value);
      }
    }
  }

  private static void checkSheet(String css) throws Fault {
    if (css.toLowerCase(Locale.ROOT).contains("@import")) {
      throw new Fault("takes a style sheet from elsewhere", true);
    }
    Matcher matcher = URL.matcher(css);
    while (matcher.find()) {
      if (!isInside(matcher.group(1).strip())) {
        throw new Fault("refers to '" + shortened(matcher.group(1)) + "'", true);
      }
    }
  }

  private static boolean isInside(String reference) {
    String lower = reference.toLowerCase(Locale.ROOT);
    boolean picture = lower.startsWith("data:image/") && !lower.startsWith("data:image/svg");
    return reference.isEmpty() || reference.startsWith("#") || picture || isFont(lower);
  }

  private static boolean isFont(String reference) {
    return reference.startsWith("data:font/") || reference.startsWith("data:application/font");
  }

  private static String shortened(String value) {
    return value.length() <= 60 ? value : value.substring(0, 60) + "...";
  }
}
