using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace Reconcile.Tests.PublicApi;

/// <summary>What the documentation calls the default of a property is what it holds where nothing is set.</summary>
public class DocumentedDefaultsTests
{
    [Fact]
    public void No_property_that_is_null_by_default_has_another_default_in_its_documentation()
    {
        var wrong = from type in typeof(Dossier).Assembly.GetExportedTypes()
                    where type.IsClass && type.GetConstructor([]) is not null
                    let made = Activator.CreateInstance(type)
                    from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                    where property.CanWrite && property.GetCustomAttribute<RequiredMemberAttribute>() is null && property.GetValue(made) is null
                    let summary = SummaryOf(property)
                    where summary.Contains("Default:", StringComparison.Ordinal) && !summary.Contains("Default: null", StringComparison.Ordinal)
                    select $"{type.Name}.{property.Name}: {summary}";

        Assert.Empty(wrong);
    }

    private static string SummaryOf(PropertyInfo property) => XmlDocumentation.Of(property).Element("summary")!.Value;
}
