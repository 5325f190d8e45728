// x86-64, System V: calls of functions whose signature is known at run time only. The structs are
// those of reflect_call.cpp.
#if defined(__x86_64__)
        .text
        .globl  mg_call_with_registers
        .hidden mg_call_with_registers
        .type   mg_call_with_registers, @function
        .p2align 4
// void mg_call_with_registers(OutgoingCall* call)
mg_call_with_registers:
        pushq   %rbp
        movq    %rsp, %rbp
        pushq   %rbx
        subq    $8, %rsp
        movq    %rdi, %rbx
        movq    8(%rbx), %rcx           // words on the stack, an even number
        movq    16(%rbx), %rsi
        leaq    (, %rcx, 8), %rax
        subq    %rax, %rsp
        movq    %rsp, %rdi
        cld
        rep movsq
        movsd   72(%rbx), %xmm0
        movsd   80(%rbx), %xmm1
        movsd   88(%rbx), %xmm2
        movsd   96(%rbx), %xmm3
        movsd   104(%rbx), %xmm4
        movsd   112(%rbx), %xmm5
        movsd   120(%rbx), %xmm6
        movsd   128(%rbx), %xmm7
        movq    24(%rbx), %rdi
        movq    32(%rbx), %rsi
        movq    40(%rbx), %rdx
        movq    48(%rbx), %rcx
        movq    56(%rbx), %r8
        movq    64(%rbx), %r9
        call    *(%rbx)
        movq    %rax, 136(%rbx)
        movq    %rdx, 144(%rbx)
        movsd   %xmm0, 152(%rbx)
        movsd   %xmm1, 160(%rbx)
        leaq    -8(%rbp), %rsp
        popq    %rbx
        popq    %rbp
        ret
        .size   mg_call_with_registers, . - mg_call_with_registers

// Builds an IncomingCall on the stack; its address is the first argument of the call that follows.
        .macro  build_incoming_call
        pushq   %rbp
        movq    %rsp, %rbp
        subq    $160, %rsp
        movq    %rdi, (%rsp)
        movq    %rsi, 8(%rsp)
        movq    %rdx, 16(%rsp)
        movq    %rcx, 24(%rsp)
        movq    %r8, 32(%rsp)
        movq    %r9, 40(%rsp)
        movsd   %xmm0, 48(%rsp)
        movsd   %xmm1, 56(%rsp)
        movsd   %xmm2, 64(%rsp)
        movsd   %xmm3, 72(%rsp)
        movsd   %xmm4, 80(%rsp)
        movsd   %xmm5, 88(%rsp)
        movsd   %xmm6, 96(%rsp)
        movsd   %xmm7, 104(%rsp)
        leaq    16(%rbp), %rax
        movq    %rax, 112(%rsp)
        movq    %rsp, %rdi
        .endm

// The code of closures that reflect.MakeFunc makes.
        .globl  mg_made_function
        .hidden mg_made_function
        .type   mg_made_function, @function
        .p2align 4
mg_made_function:
        build_incoming_call
        call    mg_run_made_function
.Lfinish:
        movq    120(%rsp), %rax
        movq    128(%rsp), %rdx
        movsd   136(%rsp), %xmm0
        movsd   144(%rsp), %xmm1
        leave
        ret
        .size   mg_made_function, . - mg_made_function

// The same for functions whose results are returned in memory: the closure is the second argument.
        .globl  mg_made_function_memory
        .hidden mg_made_function_memory
        .type   mg_made_function_memory, @function
        .p2align 4
mg_made_function_memory:
        build_incoming_call
        call    mg_run_made_function_memory
        jmp     .Lfinish
        .size   mg_made_function_memory, . - mg_made_function_memory
#endif
        .section .note.GNU-stack, "", @progbits
