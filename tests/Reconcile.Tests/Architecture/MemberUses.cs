using System.Reflection;
using System.Reflection.Emit;

namespace Reconcile.Tests.Architecture;

/// <summary>Which types of its assembly a type uses: in its declarations, and in the instructions of its methods.</summary>
internal static class MemberUses
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The types that a type and its declared members name, with the member that does. Generated members count for what they were generated from.</summary>
    public static IEnumerable<(string Member, Type Used)> Of(Type type)
    {
        var found = new List<(string, Type?)> { ("base", type.BaseType) };
        found.AddRange(type.GetInterfaces().Select(used => ("interface", (Type?)used)));
        found.AddRange(type.GetFields(Declared).Select(field => (field.Name, (Type?)field.FieldType)));
        var methods = type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared));
        foreach (var method in methods) found.AddRange(OfMethod(method).Select(used => (method.Name, (Type?)used)));
        return found.SelectMany(use => Parts(use.Item2).Select(part => (use.Item1, part))).Where(use => use.part.Assembly == type.Assembly);
    }

    private static IEnumerable<Type> OfMethod(MethodBase method)
    {
        foreach (var parameter in method.GetParameters()) yield return parameter.ParameterType;
        if (method is MethodInfo { ReturnType: var result }) yield return result;
        if (method.GetMethodBody() is not { } body) yield break;
        foreach (var local in body.LocalVariables) yield return local.LocalType;
        foreach (var used in Instructed(method, body.GetILAsByteArray()!)) yield return used;
    }

    private static IEnumerable<Type> Instructed(MethodBase method, byte[] code)
    {
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var position = 0; position < code.Length;)
        {
            short value = code[position++];
            if (value == 0xFE) value = unchecked((short)((0xFE << 8) | code[position++]));
            var instruction = OpCodesByValue[value];
            if (instruction.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                var member = method.Module.ResolveMember(BitConverter.ToInt32(code, position), typeArguments, methodArguments);
                if (member is Type type) yield return type;
                if (member?.DeclaringType is { } declaring) yield return declaring;
                if (member is MethodInfo { IsGenericMethod: true } generic)
                {
                    foreach (var argument in generic.GetGenericArguments()) yield return argument;
                }
            }

            position += instruction.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, position)),
                _ => 4,
            };
        }
    }

    /// <summary>A type without its arrays and references, and the types that it is made with.</summary>
    private static IEnumerable<Type> Parts(Type? type)
    {
        if (type is null || type.IsGenericParameter) yield break;
        if (type.HasElementType)
        {
            foreach (var part in Parts(type.GetElementType())) yield return part;
            yield break;
        }

        yield return type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        foreach (var argument in type.GetGenericArguments())
        {
            foreach (var part in Parts(argument)) yield return part;
        }
    }
}
