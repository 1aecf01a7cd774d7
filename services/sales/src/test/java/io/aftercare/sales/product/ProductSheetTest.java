package io.aftercare.sales.product;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductSheetTest {

  private static ProductSheet read(String text) {
    return ProductSheet.read(text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "system,code,name\nhouse,1,\"Syrup, sweet\"\n",
        "\uFEFFsystem,code,name\r\nhouse,1,\"Syrup, sweet\"\r\n",
        "system;code;name\r\nhouse;1;Syrup, sweet",
        "sep=;\r\nSystem;CODE; name \r\nhouse;1;\"Syrup, sweet\"\r\n;;\r\n",
        "system\tcode\tname\nhouse\t1\tSyrup, sweet\n\n\n",
        "system;code;name;\nhouse;1;Syrup, sweet;\n"
      })
  void spreadsheetsMayWriteItTheirWay(String file) {
    ProductSheet sheet = read(file);

    assertEquals(1, sheet.rows().size());
    assertEquals(
        Map.of("system", "house", "code", "1", "name", "Syrup, sweet"),
        sheet.rows().getFirst().cells());
  }

  @Test
  void aLineIsKnownByItsPlaceInTheFile() {
    ProductSheet sheet =
        read("system,code,name\nh,1,a\n\nh,2,\"two\nlines\"\nh,3,c\nh,4,d,too,many\n");

    assertEquals(List.of(2, 4, 6), sheet.rows().stream().map(ProductRow::line).toList());
    assertEquals(7, sheet.ragged().getFirst().line());
  }

  @Test
  void afterExcelsSeparatorLineTheCountGoesOn() {
    assertEquals(3, read("sep=,\nsystem,code,name\nh,1,a\n").rows().getFirst().line());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "system,code\nh,1\n",
        "system,code,name,colour\nh,1,a,red\n",
        "system,code,name,Name\nh,1,a,b\n",
        "system,code,name\nh,1,\"open\n"
      })
  void aFileThatIsNoListOfProductsIsRefused(String file) {
    HttpProblem refused = assertThrows(HttpProblem.class, () -> read(file));

    assertEquals(400, refused.getStatusCode());
  }

  @Test
  void anUnknownColumnIsNamedWithTheKnownOnes() {
    HttpProblem refused =
        assertThrows(HttpProblem.class, () -> read("system,code,name,colour\nh,1,a,red\n"));

    String said = refused.getParameters().toString();
    assertTrue(said.contains("colour") && said.contains("daysSupply"), said);
  }

  @Test
  void anotherEncodingIsRefused() {
    byte[] wide = "system,code,name\nh,1,a\n".getBytes(UTF_16);

    assertThrows(HttpProblem.class, () -> ProductSheet.read(wide));
  }

  @Test
  void aColumnThatIsMissingLeavesTheProductAsItIs() {
    Product before =
        new Product(
            "house",
            "1",
            "Old",
            "5 mg",
            "tablet",
            "J01CA04",
            true,
            7,
            true,
            false,
            true,
            List.of(new Product.Code("ndc", "1-2"), new Product.Code("gtin", "4006381333931")),
            Map.of("en", List.of("With water.")));
    List<ProductRow.Flaw> flaws = new ArrayList<>();

    Product after =
        read("system,code,name,form,gtin,points.th\nhouse,1,New,,96385074,ก|ข\n")
            .rows()
            .getFirst()
            .over(before, flaws);

    assertEquals(
        new Product(
            "house",
            "1",
            "New",
            "5 mg",
            null,
            "J01CA04",
            true,
            7,
            true,
            false,
            true,
            List.of(new Product.Code("gtin", "00000096385074"), new Product.Code("ndc", "1-2")),
            Map.of("en", List.of("With water."), "th", List.of("ก", "ข"))),
        after);
    assertEquals(List.of(), flaws);
  }

  @Test
  void everythingThatCannotBeReadInALineIsNamed() {
    List<ProductRow.Flaw> flaws = new ArrayList<>();

    read("system,code,name,prescription,daysSupply,highAlert,otherCodes\nh,1,a,,weekly,maybe,x\n")
        .rows()
        .getFirst()
        .over(null, flaws);

    assertEquals(
        List.of("prescription", "daysSupply", "highAlert", "otherCodes"),
        flaws.stream().map(ProductRow.Flaw::field).toList());
    assertTrue(flaws.stream().allMatch(flaw -> flaw.line() == 2));
  }
}
